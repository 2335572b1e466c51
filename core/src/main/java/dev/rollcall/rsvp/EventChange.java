package dev.rollcall.rsvp;

import dev.rollcall.Change;
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
        Change<WaitlistPolicy> waitlist,
        Change<Integer> partyLimit,
        Change<EventTimeInput> rsvpDeadline,
        Change<EventStatus> status) {

    EventDetails create() {
        return after(Optional.empty());
    }

    EventDetails applyTo(EventDetails current) {
        return after(Optional.of(current));
    }

    private EventDetails after(Optional<EventDetails> before) {
        EventZone zoneBefore = before.map(EventDetails::timeZone).orElse(EventZone.UTC);
        EventZone zone = timeZone.applyTo(zoneBefore, EventZone.UTC);
        boolean moved = !zone.equals(zoneBefore);

        Violations violations = new Violations();
        Optional<String> newTitle = kept(title, before.map(EventDetails::title));
        Optional<UserId> newOrganizer = kept(organizerId, before.map(EventDetails::organizerId));
        violations.require("title", newTitle);
        violations.require("organizer_id", newOrganizer);
        Change<EventTimeInput> start = startsAt instanceof Change.Clear ? Change.keep() : startsAt;
        if (before.isEmpty() && start instanceof Change.Keep) {
            violations.require("starts_at", Optional.empty());
        }
        Optional<EventTime> newStart =
                violations.compute("starts_at", () -> place(start, before.map(EventDetails::startsAt), zone, moved));
        Optional<EventTime> newEnd =
                violations.compute("ends_at", () -> place(endsAt, before.flatMap(EventDetails::endsAt), zone, moved));
        Optional<EventTime> newDeadline = violations.compute(
                "rsvp_deadline", () -> place(rsvpDeadline, before.flatMap(EventDetails::rsvpDeadline), zone, moved));
        Optional<String> newDescription = description.applyTo(before.flatMap(EventDetails::description));
        Optional<String> newLocation = location.applyTo(before.flatMap(EventDetails::location));
        Optional<Integer> newCapacity = capacity.applyTo(before.flatMap(EventDetails::capacity));
        Optional<Integer> newPartyLimit = partyLimit.applyTo(before.flatMap(EventDetails::partyLimit));
        EventDetails.check(
                violations, newTitle, newDescription, newLocation, newStart, newEnd, newCapacity, newPartyLimit);
        violations.throwIfAny();

        return new EventDetails(
                newTitle.orElseThrow(),
                newDescription,
                newLocation,
                newOrganizer.orElseThrow(),
                newStart.orElseThrow(),
                newEnd,
                zone,
                allDay.applyTo(before.map(EventDetails::allDay).orElse(false), false),
                newCapacity,
                waitlist.applyTo(before.map(EventDetails::waitlist).orElse(WaitlistPolicy.OFF), WaitlistPolicy.OFF),
                newPartyLimit,
                newDeadline,
                status.applyTo(before.map(EventDetails::status).orElse(EventStatus.SCHEDULED), EventStatus.SCHEDULED));
    }

    /** The member after the change; clearing keeps it. */
    private static <T> Optional<T> kept(Change<T> change, Optional<T> before) {
        return change.applyTo(before).or(() -> before);
    }

    /** The time after the change; one that is kept stays on the wall where the zone changes. */
    private static Optional<EventTime> place(
            Change<EventTimeInput> change, Optional<EventTime> before, EventZone zone, boolean moved) {
        return switch (change) {
            case Change.Keep<EventTimeInput>() ->
                moved ? before.map(known -> EventTime.of(known.local(), zone.id())) : before;
            case Change.Set<EventTimeInput>(EventTimeInput input) -> Optional.of(input.in(zone.id()));
            case Change.Clear<EventTimeInput>() -> Optional.empty();
        };
    }
}
