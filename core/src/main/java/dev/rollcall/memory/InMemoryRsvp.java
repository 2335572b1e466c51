package dev.rollcall.memory;

import dev.rollcall.rsvp.Event;
import dev.rollcall.rsvp.EventId;
import dev.rollcall.rsvp.User;
import dev.rollcall.rsvp.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What users and events share, because each looks at the other before it writes. */
final class InMemoryRsvp {

    final InMemoryTable<UserId, User> users = new InMemoryTable<>("user", User::id);
    final InMemoryTable<EventId, Event> events = new InMemoryTable<>("event", Event::id);

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
