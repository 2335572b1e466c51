package dev.rollcall.rsvp.event;

import dev.rollcall.error.Violations;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.value.Change;
import java.util.Optional;

/**
 * The details of a new event, or the changes of an existing one. A new one needs a title, an organizer and a start. Clearing
 * one of these keeps it; clearing any other takes it away or back to its default.
 *
 * <p>Where the zone changes and a time does not, the time on the wall stays and its instant moves. An event of whole days takes
 * midnight of its zone alone as start and end.
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

    /**
     * The details of a new event.
     *
     * @return the details
     * @throws dev.rollcall.error.InvalidInputException where a required member is missing or a member breaks a rule
     */
    public EventDetails create() {
        return after(Optional.empty());
    }

    /**
     * Applies this change to an event's details.
     *
     * @param current the present details
     * @return the changed details
     * @throws dev.rollcall.error.InvalidInputException where the changed details break a rule
     */
    public EventDetails applyTo(EventDetails current) {
        return after(Optional.of(current));
    }

    private EventDetails after(Optional<EventDetails> before) {
        EventZone zone = timeZone.applyTo(zoneOf(before), EventZone.UTC);
        boolean nowAllDay = allDay.applyTo(isAllDay(before), false);
        Violations violations = new Violations();
        Optional<String> newTitle = kept(title, before.map(EventDetails::title));
        Optional<UserId> newOrganizer = kept(organizerId, before.map(EventDetails::organizerId));
        violations.require("title", newTitle);
        violations.require("organizer_id", newOrganizer);
        Times times = times(before, zone, nowAllDay, violations);
        Optional<String> newDescription = description.applyTo(before.flatMap(EventDetails::description));
        Optional<String> newLocation = location.applyTo(before.flatMap(EventDetails::location));
        Optional<Integer> newCapacity = capacity.applyTo(before.flatMap(EventDetails::capacity));
        Optional<Integer> newPartyLimit = partyLimit.applyTo(before.flatMap(EventDetails::partyLimit));
        EventDetails.check(
                violations,
                newTitle,
                newDescription,
                newLocation,
                times.start(),
                times.end(),
                nowAllDay,
                newCapacity,
                newPartyLimit);
        violations.throwIfAny();

        return new EventDetails(
                newTitle.orElseThrow(),
                newDescription,
                newLocation,
                newOrganizer.orElseThrow(),
                times.start().orElseThrow(),
                times.end(),
                zone,
                nowAllDay,
                newCapacity,
                waitlist.applyTo(before.map(EventDetails::waitlist).orElse(WaitlistPolicy.OFF), WaitlistPolicy.OFF),
                newPartyLimit,
                times.deadline(),
                status.applyTo(before.map(EventDetails::status).orElse(EventStatus.SCHEDULED), EventStatus.SCHEDULED));
    }

    /** The times after the change; a time that is missing or breaks a rule is empty, and among the violations. */
    private record Times(Optional<EventTime> start, Optional<EventTime> end, Optional<EventTime> deadline) {}

    private Times times(Optional<EventDetails> before, EventZone zone, boolean nowAllDay, Violations violations) {
        boolean moved = !zone.equals(zoneOf(before));
        EventTimeChange moments = new EventTimeChange(zone, moved, false, false);
        EventTimeChange days = new EventTimeChange(zone, moved, isAllDay(before), nowAllDay);

        Change<EventTimeInput> start = startsAt instanceof Change.Clear ? Change.keep() : startsAt;
        if (before.isEmpty() && start instanceof Change.Keep) {
            violations.require("starts_at", Optional.empty());
        }
        Optional<EventTime> newStart =
                violations.compute("starts_at", () -> days.after(start, before.map(EventDetails::startsAt)));
        Optional<EventTime> newEnd =
                violations.compute("ends_at", () -> days.after(endsAt, before.flatMap(EventDetails::endsAt)));
        Optional<EventTime> newDeadline = violations.compute(
                "rsvp_deadline", () -> moments.after(rsvpDeadline, before.flatMap(EventDetails::rsvpDeadline)));
        return new Times(newStart, newEnd, newDeadline);
    }

    private static EventZone zoneOf(Optional<EventDetails> before) {
        return before.map(EventDetails::timeZone).orElse(EventZone.UTC);
    }

    private static boolean isAllDay(Optional<EventDetails> before) {
        return before.map(EventDetails::allDay).orElse(false);
    }

    /** The member after the change; clearing keeps it. */
    private static <T> Optional<T> kept(Change<T> change, Optional<T> before) {
        return change.applyTo(before).or(() -> before);
    }
}
