package dev.rollcall.rsvp.invitation;

import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.outbox.OutboxTask;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The messages that one step queues, each once. Not thread-safe. */
final class PendingMessages {

    private static final Duration REMINDED_BEFORE_DEADLINE = Duration.ofDays(2);
    private static final Duration REMINDED_BEFORE_START = Duration.ofDays(1);

    /** The revision that the event gets. It tells messages of one task apart. */
    private final long revision;

    private final Instant now;
    private final Map<MessageId, OutboxMessage> messages = new LinkedHashMap<>();

    /** No messages yet, in a step that changes this event now. */
    PendingMessages(Event before, Instant now) {
        revision = before.revision().count() + 1;
        this.now = now;
    }

    /** Queues a notification to one guest. */
    void toGuest(Event event, Invitation invitation, NotificationKind kind) {
        InvitationId id = invitation.key().id();
        add(OutboxMessage.queued(
                MessageId.of(kind, event, id, invitation.revision().count()), kind, event, Optional.of(id), now, now));
    }

    /** Queues a notification to all guests, or a job. */
    void toAll(Event event, OutboxTask task) {
        toAll(event, task, now);
    }

    private void toAll(Event event, OutboxTask task, Instant dueAt) {
        add(OutboxMessage.queued(MessageId.of(task, event, revision), task, event, Optional.empty(), dueAt, now));
    }

    /** Queues a digest for the organizer: one an hour, of all answers in that hour. */
    void digest(Event event) {
        long hour = now.getEpochSecond() / OutboxMessage.DIGEST_WINDOW.toSeconds();
        add(OutboxMessage.queued(
                MessageId.of(NotificationKind.DIGEST, event, hour),
                NotificationKind.DIGEST,
                event,
                Optional.empty(),
                Instant.ofEpochSecond((hour + 1) * OutboxMessage.DIGEST_WINDOW.toSeconds()),
                now));
    }

    /** Queues the reminders that are not in the past. */
    void reminders(Event event) {
        remind(event, NotificationKind.DEADLINE_REMINDER, event.closesAt().minus(REMINDED_BEFORE_DEADLINE));
        remind(
                event,
                NotificationKind.START_REMINDER,
                event.details().startsAt().instant().minus(REMINDED_BEFORE_START));
    }

    private void remind(Event event, NotificationKind kind, Instant dueAt) {
        if (dueAt.isAfter(now)) {
            toAll(event, kind, dueAt);
        }
    }

    private void add(OutboxMessage message) {
        messages.putIfAbsent(message.id(), message);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    int size() {
        return messages.size();
    }

    /** All of it, in the order in which it came up. */
    List<OutboxMessage> messages() {
        return List.copyOf(messages.values());
    }
}
