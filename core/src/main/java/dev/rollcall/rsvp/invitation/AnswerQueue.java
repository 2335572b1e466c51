package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.LoggableError;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import dev.rollcall.rsvp.event.EventId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lets those who answer to one event take turns, so that a crowd does not compete with itself: whoever has the turn answers for
 * as many of those who wait as one step can carry, the longest waiting first, and each goes as soon as its step is written.
 * Those who answer to other events don't wait. Thread-safe.
 */
final class AnswerQueue {

    /** More than these wait for nothing. */
    private static final int MOST_WAITING = 4096;

    /** Nobody waits longer: less than the 29 seconds after which API Gateway answers in our place. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Logger LOG = System.getLogger(AnswerQueue.class.getName());

    private final BiFunction<EventId, List<AnswerBatch.Given>, List<Outcome<Rsvp>>> answering;
    private final ConcurrentHashMap<EventId, Line> lines = new ConcurrentHashMap<>();

    /**
     * A queue with nobody in it.
     *
     * @param answering takes answers to one event, at least the first of them; see {@link AnswerBatch#take}
     */
    AnswerQueue(BiFunction<EventId, List<AnswerBatch.Given>, List<Outcome<Rsvp>>> answering) {
        this.answering = answering;
    }

    /**
     * Takes an answer, and waits until it is written.
     *
     * @param given the answer
     * @return the invitation and its event after it
     * @throws StoreUnavailableException of reason {@link Reason#OVERLOADED} where too many wait or this one waited too long, and
     *     nothing was written; of reason {@link Reason#OUTCOME_UNKNOWN} where the store did not answer in time
     */
    Rsvp take(AnswerBatch.Given given) {
        Line line = enter(given.event());
        try {
            return line.take(new Waiting(given)).orThrow();
        } finally {
            leave(given.event());
        }
    }

    private Line enter(EventId event) {
        return lines.compute(event, (id, present) -> {
            Line line = present == null ? new Line(id) : present;
            line.users++;
            return line;
        });
    }

    private void leave(EventId event) {
        lines.computeIfPresent(event, (id, line) -> --line.users == 0 ? null : line);
    }

    /** An answer that waits. */
    private static final class Waiting {

        private final AnswerBatch.Given given;
        private volatile @Nullable Outcome<Rsvp> outcome;

        private Waiting(AnswerBatch.Given given) {
            this.given = given;
        }
    }

    /** Those who answer to one event. */
    private final class Line {

        private final EventId event;

        /** Held by whoever answers for the others. Fair, so that nobody waits for those who came later. */
        private final ReentrantLock turn = new ReentrantLock(true);

        private final ReentrantLock queueLock = new ReentrantLock();

        /** The longest waiting first. Guarded by the lock. */
        private final ArrayDeque<Waiting> queue = new ArrayDeque<>();

        /** How many are here. Guarded by the map that the line is in. */
        private int users;

        private Line(EventId event) {
            this.event = event;
        }

        private Outcome<Rsvp> take(Waiting waiting) {
            enqueue(waiting);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                Outcome<Rsvp> outcome = waiting.outcome;
                if (outcome != null) {
                    return outcome;
                }
                if (!awaitTurn(end - System.nanoTime())) {
                    return giveUp(waiting);
                }
                try {
                    if (waiting.outcome == null) {
                        step();
                    }
                } finally {
                    turn.unlock();
                }
            }
        }

        private void enqueue(Waiting waiting) {
            queueLock.lock();
            try {
                if (queue.size() >= MOST_WAITING) {
                    throw overloaded("So many answer to this event at this moment that no more may wait.");
                }
                queue.add(waiting);
            } finally {
                queueLock.unlock();
            }
        }

        private boolean awaitTurn(long nanos) {
            try {
                return turn.tryLock(nanos, TimeUnit.NANOSECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private List<Outcome<Rsvp>> answer(List<AnswerBatch.Given> batch) {
            try {
                return answering.apply(event, batch);
            } catch (Throwable fatal) {
                // The others must not wait for an outcome that nobody gives them any more.
                LOG.log(Level.ERROR, "A step failed that took answers to event " + event, LoggableError.of(fatal));
                return Collections.nCopies(
                        batch.size(),
                        Outcome.failure(new StoreUnavailableException(
                                Reason.OUTCOME_UNKNOWN,
                                "The step failed; whether this was written is not known. The same answer may be given"
                                        + " again.")));
            }
        }

        /** Answers for as many as one step can carry. */
        private void step() {
            List<Waiting> batch = head();
            List<Outcome<Rsvp>> outcomes =
                    answer(batch.stream().map(waiting -> waiting.given).toList());
            for (int i = 0; i < outcomes.size(); i++) {
                batch.get(i).outcome = outcomes.get(i);
            }
            queueLock.lock();
            try {
                for (int i = batch.size() - 1; i >= outcomes.size(); i--) {
                    queue.addFirst(batch.get(i));
                }
            } finally {
                queueLock.unlock();
            }
        }

        private List<Waiting> head() {
            queueLock.lock();
            try {
                List<Waiting> batch = new ArrayList<>(AnswerBatch.MOST_AT_ONCE);
                while (batch.size() < AnswerBatch.MOST_AT_ONCE && !queue.isEmpty()) {
                    batch.add(queue.removeFirst());
                }
                return batch;
            } finally {
                queueLock.unlock();
            }
        }

        private Outcome<Rsvp> giveUp(Waiting waiting) {
            queueLock.lock();
            try {
                if (queue.remove(waiting)) {
                    throw overloaded("The store did not get to this answer in time.");
                }
            } finally {
                queueLock.unlock();
            }
            Outcome<Rsvp> arrivedAfterAll = waiting.outcome;
            if (arrivedAfterAll != null) {
                return arrivedAfterAll;
            }
            throw new StoreUnavailableException(
                    Reason.OUTCOME_UNKNOWN,
                    "The store did not answer in time, so whether this was written is not known. The same answer may be given"
                            + " again.");
        }
    }

    private static StoreUnavailableException overloaded(String why) {
        return new StoreUnavailableException(Reason.OVERLOADED, why + " Nothing was written; try again.");
    }
}
