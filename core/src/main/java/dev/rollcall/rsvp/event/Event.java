package dev.rollcall.rsvp.event;

import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import java.time.Duration;
import java.time.Instant;

/**
 * Something that people are invited to.
 *
 * @param id the event's id, unique
 * @param details title, time, place and the other members that the organizer sets
 * @param uid the UID in calendars (RFC 5545 section 3.8.4.7); never changes
 * @param sequence the number of changes of its time or status (RFC 5545 section 3.8.7.4), from 0
 * @param counts the counts of its guests' answers
 * @param updatedAt when it was last written, in microseconds; never before the creation
 * @param revision the revision, with the time of creation
 */
public record Event(
        EventId id,
        EventDetails details,
        String uid,
        int sequence,
        EventCounts counts,
        Instant updatedAt,
        Revision revision)
        implements Revisioned {

    /**
     * Until when guests may answer.
     *
     * @return the deadline where there is one before the start, else the start
     */
    public Instant closesAt() {
        Instant start = details.startsAt().instant();
        return details.rsvpDeadline()
                .map(EventTime::instant)
                .filter(deadline -> deadline.isBefore(start))
                .orElse(start);
    }

    /**
     * Whether guests may answer, and those who wait move up.
     *
     * @param now the moment
     * @return true where it takes place, and neither its deadline nor its start is over
     */
    public boolean isOpen(Instant now) {
        return details.status() == EventStatus.SCHEDULED && now.isBefore(closesAt());
    }

    /**
     * When it is over.
     *
     * @return its end; where it has none a day after its start
     */
    public Instant endsAt() {
        return details.endsAt()
                .map(EventTime::instant)
                .orElseGet(() -> details.startsAt().instant().plus(Duration.ofDays(1)));
    }

    /**
     * The event with new details and the next revision. Its sequence grows where time or status differ.
     *
     * @param next the new details
     * @param now when it is changed, in microseconds
     * @return the changed event
     */
    public Event with(EventDetails next, Instant now) {
        return with(next, counts, now);
    }

    /**
     * The event with new details and counts and the next revision. Its sequence grows where time or status differ.
     *
     * @param next the new details
     * @param guests the new counts
     * @param now when it is changed, in microseconds
     * @return the changed event
     */
    public Event with(EventDetails next, EventCounts guests, Instant now) {
        return new Event(
                id,
                next,
                uid,
                next.movesFrom(details) ? sequence + 1 : sequence,
                guests,
                now.isAfter(updatedAt) ? now : updatedAt,
                revision.next());
    }
}
