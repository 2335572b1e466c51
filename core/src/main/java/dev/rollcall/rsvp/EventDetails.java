package dev.rollcall.rsvp;

import dev.rollcall.InvalidInputException;
import dev.rollcall.TextRule;
import dev.rollcall.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an organizer says of an event.
 *
 * @param title 1 to 200 characters, one line
 * @param description up to 10,000 characters, several lines
 * @param location up to 500 characters, one line
 * @param organizerId who organizes it: an existing user
 * @param startsAt when it starts
 * @param endsAt when it ends, after the start
 * @param timeZone the zone of its place
 * @param allDay whether it takes whole days
 * @param capacity how many seats it has: 0 to 1,000,000; any number where it is absent
 * @param waitlist what becomes of those who accept when all seats are taken
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
        Waitlist waitlist,
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
        List<Violation> violations = new ArrayList<>();
        check(violations, "title", () -> TITLE.require(title));
        check(violations, "description", () -> description.ifPresent(DESCRIPTION::require));
        check(violations, "location", () -> location.ifPresent(LOCATION::require));
        check(violations, "capacity", () -> capacity.ifPresent(seats -> requireRange(seats, 0, MAX_CAPACITY)));
        check(violations, "party_limit", () -> partyLimit.ifPresent(size -> requireRange(size, 1, MAX_PARTY)));
        if (endsAt.isPresent() && !endsAt.get().instant().isAfter(startsAt.instant())) {
            violations.add(new Violation("#/ends_at", "must lie after the start, " + startsAt.instant()));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
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
        if (value < min || value > max) {
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

    private static void check(List<Violation> violations, String member, Runnable rule) {
        try {
            rule.run();
        } catch (InvalidInputException broken) {
            broken.violations().forEach(violation -> violations.add(violation.within(member)));
        }
    }
}
