package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.port.FindsAll;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.rsvp.user.UserService;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was read for some steps together.
 *
 * @param events their events
 * @param guests the invitations that they asked for
 * @param organizers the organizers of the events with such invitations
 */
record StepReads(Map<EventId, Event> events, Map<InvitationKey, Invitation> guests, Map<UserId, User> organizers) {

    /** Reads what steps need, by one request for each kind of thing. */
    static StepReads of(
            Collection<GuestListStep> steps,
            EventRepository events,
            InvitationRepository invitations,
            UserRepository users) {
        Map<EventId, Event> present =
                read(events, steps.stream().map(GuestListStep::event).collect(Collectors.toSet()), Event::id);
        Set<InvitationKey> guests =
                steps.stream().flatMap(step -> step.guests().stream()).collect(Collectors.toSet());
        Set<UserId> organizers = guests.stream()
                .flatMap(guest -> Optional.ofNullable(present.get(guest.event())).stream())
                .map(event -> event.details().organizerId())
                .collect(Collectors.toSet());
        return new StepReads(present, read(invitations, guests, Invitation::key), read(users, organizers, User::id));
    }

    private static <K, T> Map<K, T> read(FindsAll<K, T> port, Set<K> ids, Function<T, K> id) {
        return ids.isEmpty()
                ? Map.of()
                : port.findAll(ids).stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
    }

    /** An event. */
    Event event(EventId id) {
        return Optional.ofNullable(events.get(id)).orElseThrow(() -> new NotFoundException("event", id.value()));
    }

    /** An invitation; empty where there is none. */
    Optional<Invitation> guest(InvitationKey key) {
        return Optional.ofNullable(guests.get(key));
    }

    /** The organizer of an event. */
    User organizer(UserId id) {
        return Optional.ofNullable(organizers.get(id))
                .orElseThrow(() -> new NotFoundException(UserService.RESOURCE, id.value()));
    }
}
