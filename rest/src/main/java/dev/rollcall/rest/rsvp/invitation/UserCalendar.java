package dev.rollcall.rest.rsvp.invitation;

import dev.rollcall.Rollcall;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventPosition;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.notification.CalendarEntry;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The events of one user's calendar: those that the user organizes, and those to which the user is invited and has not
 * declined. Calendar programs ask for all of it every few hours, so that what is long over is left out, and there is an end.
 */
final class UserCalendar {

    private static final Duration KEPT = Duration.ofDays(365);
    private static final int MOST = 1_000;

    /** The first of all ids, so that none that starts at the earliest moment is left out. */
    private static final EventId FIRST = new EventId("-");

    private final Rollcall rollcall;
    private final Instant earliest;
    private final Map<UserId, User> organizers = new HashMap<>();

    UserCalendar(Rollcall rollcall) {
        this.rollcall = rollcall;
        earliest = rollcall.clock().instant().minus(KEPT);
    }

    /** The entries, each event once. */
    List<CalendarEntry> entries(User user) {
        List<CalendarEntry> entries = new ArrayList<>();
        Set<EventId> known = new HashSet<>();
        organizers.put(user.id(), user);
        each(
                Optional.of(new EventPosition(earliest, FIRST)),
                (PageRequest<EventPosition> request) -> rollcall.events().list(user.id(), request),
                event -> {
                    known.add(event.id());
                    entries.add(new CalendarEntry(event, user, Optional.empty()));
                });
        each(
                Optional.empty(),
                (PageRequest<InvitationKey> request) -> rollcall.invitations().list(user.id(), request),
                invitation -> {
                    if (invitation.answer().response() != ParticipationStatus.DECLINED
                            && known.add(invitation.key().event())) {
                        entry(invitation).ifPresent(entries::add);
                    }
                });
        return entries;
    }

    private Optional<CalendarEntry> entry(Invitation invitation) {
        Event event = rollcall.events().get(invitation.key().event());
        if (event.endsAt().isBefore(earliest)) {
            return Optional.empty();
        }
        User organizer = organizers.computeIfAbsent(event.details().organizerId(), rollcall.users()::get);
        return Optional.of(new CalendarEntry(event, organizer, Optional.of(invitation)));
    }

    private static <T, K> void each(Optional<K> after, Function<PageRequest<K>, Page<T, K>> list, Consumer<T> work) {
        Optional<K> next = after;
        for (int read = 0; read < MOST; read += PageRequest.MAX_LIMIT) {
            Page<T, K> page = list.apply(new PageRequest<>(next, PageRequest.MAX_LIMIT));
            page.items().forEach(work);
            if (page.next().isEmpty()) {
                return;
            }
            next = page.next();
        }
    }
}
