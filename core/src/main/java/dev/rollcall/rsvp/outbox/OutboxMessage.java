package dev.rollcall.rsvp.outbox;

import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A queued message (transactional outbox), stored in the same step as the change that causes it: a mail to one guest, or, where
 * no invitation is named, to all guests or to the organizer of an event. It is removed when it is done. A dispatcher that works
 * on it first moves {@code dueAt} to the end of its lease, so that two servers never work on one message.
 *
 * @param id the message's id; a repeated change gives the same id, and a mail to one guest has it as its Message-ID
 * @param task what a dispatcher does: it sends a notification, or it does a job
 * @param event the id of the event
 * @param invitation the id of the guest's invitation; empty for a message to all guests or to the organizer, and for a job
 * @param sequence the sequence of the event; a message for an older one is not sent
 * @param dueAt when to send it, or when to try again, in microseconds
 * @param attempts the number of attempts; counted when the message is leased, so that an attempt of a server that died counts
 * @param revision the revision, with the time of creation
 */
public record OutboxMessage(
        MessageId id,
        OutboxTask task,
        EventId event,
        Optional<InvitationId> invitation,
        int sequence,
        Instant dueAt,
        int attempts,
        Revision revision)
        implements Revisioned {

    /** An organizer gets at most one digest of answers in this time. */
    public static final Duration DIGEST_WINDOW = Duration.ofHours(1);

    /**
     * Returns a new message, which nobody has worked on yet.
     *
     * @param id the message's id
     * @param task what a dispatcher does
     * @param event the event that causes it
     * @param invitation the guest's invitation; empty for a message to all guests or to the organizer
     * @param dueAt when to send it, in microseconds
     * @param now when it is queued, in microseconds
     * @return the message at its first revision
     */
    public static OutboxMessage queued(
            MessageId id, OutboxTask task, Event event, Optional<InvitationId> invitation, Instant dueAt, Instant now) {
        return new OutboxMessage(id, task, event.id(), invitation, event.sequence(), dueAt, 0, Revision.first(now));
    }

    /**
     * The message to one guest that follows from this message to all. Its id is the same each time.
     *
     * @param guest the guest's invitation
     * @param now when it is queued, in microseconds
     * @return the message
     */
    public OutboxMessage toGuest(InvitationId guest, Instant now) {
        return new OutboxMessage(
                new MessageId(id.value() + "." + guest.value()),
                task,
                event,
                Optional.of(guest),
                sequence,
                now,
                0,
                Revision.first(now));
    }

    /**
     * The next revision, in which one dispatcher has leased the message. Counts an attempt.
     *
     * @param until when the lease ends, in microseconds; nobody else may take the message before
     * @return the leased message
     */
    public OutboxMessage leased(Instant until) {
        return new OutboxMessage(id, task, event, invitation, sequence, until, attempts + 1, revision.next());
    }

    /**
     * The next revision, in which the message is due at another time. Counts no attempt.
     *
     * @param moment when it is due, in microseconds
     * @return the message
     */
    public OutboxMessage postponedTo(Instant moment) {
        return new OutboxMessage(id, task, event, invitation, sequence, moment, attempts, revision.next());
    }
}
