package dev.rollcall.rsvp.event;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violations;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.value.TextRule;
import java.util.Optional;

/**
 * The details of an event, which its organizer sets.
 *
 * @param title 1 to 200 characters, one line
 * @param description up to 10,000 characters, several lines
 * @param location up to 500 characters, one line
 * @param organizerId the id of the organizer, who is an existing user
 * @param startsAt when it starts
 * @param endsAt when it ends, after the start
 * @param timeZone the zone of its place
 * @param allDay whether it takes whole days
 * @param capacity the number of seats: 0 to 1,000,000; empty for no limit
 * @param waitlist what happens to guests who accept when all seats are taken
 * @param partyLimit the largest party that one guest may bring, the guest included: 1 to 1,000; any where it is absent
 * @param rsvpDeadline until when guests may answer; until the start where it is absent
 * @param status whether it takes place
 */
public record EventDetails(
        String title,
        Optional<String> description,
        Optional<String> location,
        UserId organizerId,
        EventTime startsAt,
        Optional<EventTime> endsAt,
        EventZone timeZone,
        boolean allDay,
        Optional<Integer> capacity,
        WaitlistPolicy waitlist,
        Optional<Integer> partyLimit,
        Optional<EventTime> rsvpDeadline,
        EventStatus status) {

    /** The rule for titles. */
    public static final TextRule TITLE = TextRule.line(1, 200);

    /** The rule for descriptions. */
    public static final TextRule DESCRIPTION = TextRule.multiline(0, 10_000);

    /** The rule for locations. */
    public static final TextRule LOCATION = TextRule.line(0, 500);

    /** The most seats that an event may have. */
    public static final int MAX_CAPACITY = 1_000_000;

    /** The largest party limit. */
    public static final int MAX_PARTY = 1_000;

    /** Checks every member, and the end against the start. */
    public EventDetails {
        if (!StoredValues.areTrusted()) {
            Violations violations = new Violations();
            check(
                    violations,
                    Optional.of(title),
                    description,
                    location,
                    Optional.of(startsAt),
                    endsAt,
                    allDay,
                    capacity,
                    partyLimit);
            violations.throwIfAny();
        }
    }

    /** Checks those members that are known already, so that one answer can name all that is wrong or missing. */
    static void check(
            Violations violations,
            Optional<String> title,
            Optional<String> description,
            Optional<String> location,
            Optional<EventTime> startsAt,
            Optional<EventTime> endsAt,
            boolean allDay,
            Optional<Integer> capacity,
            Optional<Integer> partyLimit) {
        violations.check("title", () -> title.ifPresent(TITLE::require));
        violations.check("description", () -> description.ifPresent(DESCRIPTION::require));
        violations.check("location", () -> location.ifPresent(LOCATION::require));
        violations.check(
                "ends_at",
                () -> startsAt.ifPresent(start -> endsAt.ifPresent(end -> requireAfter(start, end, allDay))));
        violations.check("capacity", () -> capacity.ifPresent(seats -> requireRange(seats, 0, MAX_CAPACITY)));
        violations.check("party_limit", () -> partyLimit.ifPresent(size -> requireRange(size, 1, MAX_PARTY)));
    }

    /**
     * Checks that a number lies in a range.
     *
     * @param value the number
     * @param min the least allowed
     * @param max the most allowed
     * @return the same number
     * @throws InvalidInputException where it lies outside
     */
    public static int requireRange(int value, int min, int max) {
        if (!StoredValues.areTrusted() && (value < min || value > max)) {
            throw new InvalidInputException("must be from " + min + " to " + max + ", not " + value);
        }
        return value;
    }

    /** Whether guests' calendars must be told of the difference (RFC 5546 section 2.1.4). */
    boolean movesFrom(EventDetails before) {
        return !startsAt.equals(before.startsAt)
                || !endsAt.equals(before.endsAt)
                || !timeZone.equals(before.timeZone)
                || allDay != before.allDay
                || status != before.status;
    }

    /**
     * Whether title, time, place or another detail that concerns guests is new.
     *
     * @param before the former details
     * @return true if guests must be notified of the difference
     */
    public boolean differsForGuests(EventDetails before) {
        return movesFrom(before)
                || !title.equals(before.title)
                || !location.equals(before.location)
                || !description.equals(before.description);
    }

    private static void requireAfter(EventTime start, EventTime end, boolean allDay) {
        if (!end.instant().isAfter(start.instant())) {
            throw new InvalidInputException("must lie after the start, " + start.instant()
                    + (allDay ? "; whole days end on the day after the last one" : ""));
        }
    }
}
