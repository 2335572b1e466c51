package dev.rollcall.rsvp;

import dev.rollcall.Change;
import dev.rollcall.InvalidInputException;
import dev.rollcall.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to say of a new event, or to change of one that is there. A new one needs a title, an organizer and a start. Clearing
 * one of these keeps it; clearing any other takes it away or back to its default.
 *
 * <p>Where the zone changes and a time does not, the time on the wall stays and its instant moves.
 *
 * @param title see {@link EventDetails}
 * @param description see {@link EventDetails}
 * @param location see {@link EventDetails}
 * @param organizerId see {@link EventDetails}
 * @param startsAt see {@link EventDetails}
 * @param endsAt see {@link EventDetails}
 * @param timeZone see {@link EventDetails}; UTC by default
 * @param allDay see {@link EventDetails}; false by default
 * @param capacity see {@link EventDetails}
 * @param waitlist see {@link EventDetails}; off by default
 * @param partyLimit see {@link EventDetails}
 * @param rsvpDeadline see {@link EventDetails}
 * @param status see {@link EventDetails}; scheduled by default
 */
public record EventChange(
        Change<String> title,
        Change<String> description,
        Change<String> location,
        Change<UserId> organizerId,
        Change<EventTimeInput> startsAt,
        Change<EventTimeInput> endsAt,
        Change<EventZone> timeZone,
        Change<Boolean> allDay,
        Change<Integer> capacity,
        Change<Waitlist> waitlist,
        Change<Integer> partyLimit,
        Change<EventTimeInput> rsvpDeadline,
        Change<EventStatus> status) {

    EventDetails create() {
        List<Violation> missing = new ArrayList<>();
        Optional<String> newTitle = required("title", title, missing);
        Optional<UserId> newOrganizer = required("organizer_id", organizerId, missing);
        Optional<EventTimeInput> newStart = required("starts_at", startsAt, missing);
        if (!missing.isEmpty()) {
            throw new InvalidInputException(missing);
        }
        EventZone zone = timeZone.applyTo(EventZone.UTC, EventZone.UTC);
        return new EventDetails(
                newTitle.orElseThrow(),
                description.applyTo(Optional.empty()),
                location.applyTo(Optional.empty()),
                newOrganizer.orElseThrow(),
                place("starts_at", newStart.orElseThrow(), zone),
                place("ends_at", endsAt, Optional.empty(), zone),
                zone,
                allDay.applyTo(false, false),
                capacity.applyTo(Optional.empty()),
                waitlist.applyTo(Waitlist.OFF, Waitlist.OFF),
                partyLimit.applyTo(Optional.empty()),
                place("rsvp_deadline", rsvpDeadline, Optional.empty(), zone),
                status.applyTo(EventStatus.SCHEDULED, EventStatus.SCHEDULED));
    }

    EventDetails applyTo(EventDetails current) {
        EventZone zone = timeZone.applyTo(current.timeZone(), EventZone.UTC);
        boolean sameZone = zone.equals(current.timeZone());
        EventTime start =
                sameZone ? current.startsAt() : EventTime.of(current.startsAt().local(), zone.id());
        return new EventDetails(
                title.applyTo(current.title(), current.title()),
                description.applyTo(current.description()),
                location.applyTo(current.location()),
                organizerId.applyTo(current.organizerId(), current.organizerId()),
                place("starts_at", startsAt, Optional.of(start), zone).orElse(start),
                place("ends_at", endsAt, rezoned(current.endsAt(), sameZone, zone), zone),
                zone,
                allDay.applyTo(current.allDay(), false),
                capacity.applyTo(current.capacity()),
                waitlist.applyTo(current.waitlist(), Waitlist.OFF),
                partyLimit.applyTo(current.partyLimit()),
                place("rsvp_deadline", rsvpDeadline, rezoned(current.rsvpDeadline(), sameZone, zone), zone),
                status.applyTo(current.status(), EventStatus.SCHEDULED));
    }

    private static Optional<EventTime> rezoned(Optional<EventTime> time, boolean sameZone, EventZone zone) {
        return sameZone ? time : time.map(known -> EventTime.of(known.local(), zone.id()));
    }

    private static Optional<EventTime> place(
            String member, Change<EventTimeInput> change, Optional<EventTime> current, EventZone zone) {
        return change.map(input -> place(member, input, zone)).applyTo(current);
    }

    private static EventTime place(String member, EventTimeInput input, EventZone zone) {
        try {
            return input.in(zone.id());
        } catch (InvalidInputException outOfBounds) {
            throw new InvalidInputException(outOfBounds.violations().stream()
                    .map(violation -> violation.within(member))
                    .toList());
        }
    }

    private static <T> Optional<T> required(String member, Change<T> change, List<Violation> missing) {
        Optional<T> value = change.applyTo(Optional.empty());
        if (value.isEmpty()) {
            missing.add(new Violation("#/" + member, "is required"));
        }
        return value;
    }
}
