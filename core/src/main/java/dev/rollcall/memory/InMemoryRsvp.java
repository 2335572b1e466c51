package dev.rollcall.memory;

import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.link.SecretLink;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The tables of users, events and invitations, which check each other before a write. */
final class InMemoryRsvp {

    final InMemoryTable<UserId, User> users = new InMemoryTable<>("user", User::id);
    final InMemoryTable<EventId, Event> events = new InMemoryTable<>("event", Event::id);
    final InMemoryTable<InvitationKey, Invitation> invitations = new InMemoryTable<>("invitation", Invitation::key);
    final InMemoryTable<MessageId, OutboxMessage> outbox = new InMemoryTable<>("message", OutboxMessage::id);

    /** What became of answers. Guarded by the lock. */
    final Map<InvitationKey, List<AnswerRecord>> history = new HashMap<>();

    /** Secret links by their subjects. Changed under the lock. */
    final ConcurrentSkipListMap<String, SecretLink> secrets = new ConcurrentSkipListMap<>();

    /** Who has an address, by its key. Guarded by the lock. */
    final Map<String, UserId> owners = new HashMap<>();

    private final ReentrantLock lock = new ReentrantLock();

    <T> T exclusively(Supplier<T> write) {
        lock.lock();
        try {
            return write.get();
        } finally {
            lock.unlock();
        }
    }
}
