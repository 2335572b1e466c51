package dev.rollcall.rsvp.notification;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A message that one dispatcher works on, and that no other dispatcher takes before the lease ends. The lease is renewed while
 * work goes on. It ends early where the message is removed or given back, and where another dispatcher has the message after
 * all. Thread-safe.
 */
final class Lease {

    /** The length of a lease. After it, another dispatcher takes the message of one that was killed. */
    static final Duration LENGTH = Duration.ofMinutes(1);

    /** Two renewals may fail before the lease ends. */
    private static final Duration RENEWED_AFTER = LENGTH.dividedBy(3);

    private final OutboxWriter outbox;

    /** Held while the message is written, so that no renewal changes the revision beneath its removal. */
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by the lock. */
    private OutboxMessage message;

    /** Guarded by the lock. */
    private boolean over;

    private Lease(OutboxWriter outbox, OutboxMessage message) {
        this.outbox = outbox;
        this.message = message;
    }

    /**
     * Takes leases on messages. It leaves out those that another dispatcher has taken since.
     *
     * @throws RollcallException where the store took none of them because it failed
     */
    static List<Lease> take(OutboxWriter outbox, List<OutboxMessage> due, Instant now) {
        List<Replacement<OutboxMessage>> wanted = due.stream()
                .map(one -> new Replacement<>(one.leased(now.plus(LENGTH)), one.revision()))
                .toList();
        List<Lease> taken = new ArrayList<>();
        List<RollcallException> failures = new ArrayList<>();
        for (Outcome<OutboxMessage> outcome : outbox.updateAll(wanted)) {
            switch (outcome) {
                case Outcome.Success<OutboxMessage>(OutboxMessage leased) -> taken.add(new Lease(outbox, leased));
                case Outcome.Failure<OutboxMessage>(RollcallException cause) -> {
                    if (!isLost(cause)) {
                        failures.add(cause);
                    }
                }
            }
        }
        // The others are due again once their leases end.
        if (taken.isEmpty() && !failures.isEmpty()) {
            throw failures.getFirst();
        }
        return taken;
    }

    /**
     * Renews those of some leases that were taken or renewed a while ago. Those that the store failed to renew are tried again
     * by the next call.
     */
    static void renew(OutboxWriter outbox, Collection<Lease> leases, Instant now) {
        List<Lease> locked = new ArrayList<>();
        try {
            List<Lease> old = new ArrayList<>();
            for (Lease lease : leases) {
                // The holder of the lock is about to end the lease.
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

    private static void renewLocked(OutboxWriter outbox, List<Lease> old, Instant now) {
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
        end(() -> outbox.remove(new Removal<>(message.id(), message.revision())));
    }

    /** Lets any dispatcher have the message from a moment on, unless another one has it already. */
    void giveBack(Instant dueAt) {
        end(() -> outbox.update(new Replacement<>(message.postponedTo(dueAt), message.revision())));
    }

    private void end(Supplier<? extends Outcome<?>> write) {
        lock.lock();
        try {
            if (over) {
                return;
            }
            if (write.get() instanceof Outcome.Failure<?>(RollcallException cause) && !isLost(cause)) {
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
}
