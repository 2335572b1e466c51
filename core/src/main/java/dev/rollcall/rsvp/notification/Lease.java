package dev.rollcall.rsvp.notification;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.outbox.OutboxRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A message that one dispatcher works on, and that no other dispatcher takes before the lease ends. The lease is renewed while
 * work goes on. It ends early where the message is removed or given back, and where another dispatcher has the message after
 * all. Thread-safe.
 */
final class Lease {

    /** How long a message of a dispatcher that was killed waits for another one. */
    static final Duration LENGTH = Duration.ofMinutes(1);

    /** Two renewals may fail before the lease ends. */
    private static final Duration RENEWED_AFTER = LENGTH.dividedBy(3);

    private final OutboxRepository outbox;

    /** Held while the message is written, so that no renewal changes the revision beneath its removal. */
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by the lock. */
    private OutboxMessage message;

    /** Guarded by the lock. */
    private boolean over;

    private Lease(OutboxRepository outbox, OutboxMessage message) {
        this.outbox = outbox;
        this.message = message;
    }

    /** Takes leases on messages. What another dispatcher has taken meanwhile is left out. */
    static List<Lease> take(OutboxRepository outbox, List<OutboxMessage> due, Instant now) {
        List<Replacement<OutboxMessage>> wanted = due.stream()
                .map(one -> new Replacement<>(one.leased(now.plus(LENGTH)), one.revision()))
                .toList();
        return outbox.updateAll(wanted).stream()
                .<Lease>mapMulti((outcome, taken) -> {
                    if (outcome instanceof Outcome.Success<OutboxMessage>(OutboxMessage leased)) {
                        taken.accept(new Lease(outbox, leased));
                    }
                })
                .toList();
    }

    /**
     * Renews those of some leases that were taken or renewed a while ago.
     *
     * @throws RollcallException where the store can't be written; the same may be tried again
     */
    static void renew(OutboxRepository outbox, Collection<Lease> leases, Instant now) {
        List<Lease> locked = new ArrayList<>();
        try {
            List<Lease> old = new ArrayList<>();
            for (Lease lease : leases) {
                // Whoever has the lock is about to end the lease.
                if (lease.lock.tryLock()) {
                    locked.add(lease);
                    if (lease.isOld(now)) {
                        old.add(lease);
                    }
                }
            }
            if (!old.isEmpty()) {
                renewLocked(outbox, old, now);
            }
        } finally {
            locked.forEach(lease -> lease.lock.unlock());
        }
    }

    private static void renewLocked(OutboxRepository outbox, List<Lease> old, Instant now) {
        List<Outcome<OutboxMessage>> outcomes = outbox.updateAll(old.stream()
                .map(lease -> new Replacement<>(lease.message.postponedTo(now.plus(LENGTH)), lease.message.revision()))
                .toList());
        for (int i = 0; i < old.size(); i++) {
            old.get(i).renewed(outcomes.get(i));
        }
    }

    private void renewed(Outcome<OutboxMessage> outcome) {
        switch (outcome) {
            case Outcome.Success<OutboxMessage>(OutboxMessage next) -> message = next;
            case Outcome.Failure<OutboxMessage>(RollcallException cause) -> over |= isLost(cause);
        }
    }

    private boolean isOld(Instant now) {
        return !over && !message.dueAt().isAfter(now.plus(LENGTH).minus(RENEWED_AFTER));
    }

    /** The message as it was last written. */
    OutboxMessage message() {
        lock.lock();
        try {
            return message;
        } finally {
            lock.unlock();
        }
    }

    /** Whether another dispatcher may have the message. */
    boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /** Removes the message, unless another dispatcher has it. */
    void remove() {
        end(() -> outbox.removeAll(List.of(new Removal<>(message.id(), message.revision()))));
    }

    /** Lets any dispatcher have the message from a moment on, unless another one has it already. */
    void giveBack(Instant dueAt) {
        end(() -> outbox.updateAll(List.of(new Replacement<>(message.postponedTo(dueAt), message.revision()))));
    }

    private void end(Ending ending) {
        lock.lock();
        try {
            if (over) {
                return;
            }
            if (ending.write().getFirst() instanceof Outcome.Failure<?>(RollcallException cause) && !isLost(cause)) {
                throw cause;
            }
            over = true;
        } finally {
            lock.unlock();
        }
    }

    private static boolean isLost(RollcallException cause) {
        return cause instanceof PreconditionFailedException || cause instanceof NotFoundException;
    }

    /** What ends a lease in the store. */
    private interface Ending {

        List<? extends Outcome<?>> write();
    }
}
