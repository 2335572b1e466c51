package dev.rollcall.rsvp.invitation;

import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.outbox.OutboxMessage;
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

    private final Instant now;
    private final Map<MessageId, OutboxMessage> messages = new LinkedHashMap<>();

    /** Nothing, in a step that is made now. */
    PendingMessages(Instant now) {
        this.now = now;
    }

    /** A notification to one guest. */
    void toGuest(Event event, Invitation invitation, NotificationKind kind) {
        InvitationId id = invitation.key().id();
        add(OutboxMessage.owed(
                MessageId.of(kind, event, id, invitation.revision().count()), kind, event, Optional.of(id), now, now));
    }

    /**
     * Something that concerns all guests.
     *
     * @param change which change of the event it comes from
     */
    void toAll(Event event, NotificationKind kind, long change) {
        toAll(event, kind, change, now);
    }

    private void toAll(Event event, NotificationKind kind, long change, Instant dueAt) {
        add(OutboxMessage.owed(MessageId.of(kind, event, change), kind, event, Optional.empty(), dueAt, now));
    }

    /** One mail an hour tells the organizer of all answers in it. */
    void digest(Event event) {
        long hour = now.getEpochSecond() / OutboxMessage.DIGEST_WINDOW.toSeconds();
        add(OutboxMessage.owed(
                MessageId.of(NotificationKind.DIGEST, event, hour),
                NotificationKind.DIGEST,
                event,
                Optional.empty(),
                Instant.ofEpochSecond((hour + 1) * OutboxMessage.DIGEST_WINDOW.toSeconds()),
                now));
    }

    /**
     * The reminders that are still to come.
     *
     * @param change which change of the event they come from
     */
    void reminders(Event event, long change) {
        remind(
                event,
                NotificationKind.DEADLINE_REMINDER,
                change,
                event.closesAt().minus(REMINDED_BEFORE_DEADLINE));
        remind(
                event,
                NotificationKind.START_REMINDER,
                change,
                event.details().startsAt().instant().minus(REMINDED_BEFORE_START));
    }

    private void remind(Event event, NotificationKind kind, long change, Instant dueAt) {
        if (dueAt.isAfter(now)) {
            toAll(event, kind, change, dueAt);
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
