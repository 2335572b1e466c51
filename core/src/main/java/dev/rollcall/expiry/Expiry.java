package dev.rollcall.expiry;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.port.StoredValues;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The moment from which a thing is gone, in whole seconds: at that very second it is gone already.
 *
 * @param at the moment; a fraction of a second is cut off
 */
public record Expiry(Instant at) implements Comparable<Expiry> {

    /** The default lifetime: 30 days. */
    public static final Duration DEFAULT_LIFETIME = Duration.ofDays(30);

    /** The latest expiry that every store can keep: the last second of the year 9999. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final long FIRST_13_DIGIT_NUMBER = 1_000_000_000_000L;
    private static final String BOUNDS = "must lie between the years 1970 and 9999";

    /** Cuts the fraction off and checks that every store can keep the moment. */
    public Expiry {
        at = at.truncatedTo(ChronoUnit.SECONDS);
        if (!StoredValues.areTrusted() && (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST))) {
            throw new InvalidInputException(BOUNDS);
        }
    }

    /**
     * The expiry at a Unix time.
     *
     * @param seconds seconds since 1970-01-01T00:00:00Z
     * @return the expiry
     * @throws InvalidInputException where it is out of bounds; a number that looks like milliseconds is named so
     */
    public static Expiry ofEpochSecond(long seconds) {
        if (seconds >= FIRST_13_DIGIT_NUMBER) {
            throw new InvalidInputException(
                    "must be Unix seconds; " + seconds + " has 13 or more digits: milliseconds?");
        }
        if (seconds < 0) {
            // Asked before an Instant is made, which can't hold the lowest of these.
            throw new InvalidInputException(BOUNDS);
        }
        return new Expiry(Instant.ofEpochSecond(seconds));
    }

    /**
     * The expiry of a thing that is given none.
     *
     * @param now the moment from which it lasts
     * @return {@link #DEFAULT_LIFETIME} later
     */
    public static Expiry defaultFrom(Instant now) {
        return new Expiry(now.plus(DEFAULT_LIFETIME));
    }

    /**
     * Whether it has come.
     *
     * @param now the moment to ask about
     * @return whether {@code now} is at or after the expiry
     */
    public boolean hasPassed(Instant now) {
        return !now.isBefore(at);
    }

    /**
     * Demands that it has not come yet.
     *
     * @param member the name of the member that the expiry was given as
     * @param now the moment of the request
     * @throws InvalidInputException where it has passed; the violation names the member
     */
    public void requireFuture(String member, Instant now) {
        if (hasPassed(now)) {
            throw new InvalidInputException(List.of(
                    new Violation(Violation.Place.member(member), "must lie in the future; " + at + " does not")));
        }
    }

    @Override
    public int compareTo(Expiry other) {
        return at.compareTo(other.at);
    }
}
