package dev.rollcall.port;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.error.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Reads a thing, works out its next state and stores that only where the thing has not changed since; otherwise starts
 * again. So no lock is held while anybody thinks, and no update is lost.
 */
public final class OptimisticWrite {

    private static final int ATTEMPTS = 100;
    private static final long LONGEST_PAUSE_NANOS = 10_000_000;

    private OptimisticWrite() {}

    /**
     * Changes a stored thing.
     *
     * @param resource the type of record, such as {@code event}, for the message
     * @param id the record's id, for the message
     * @param find reads it from the store, past any cache
     * @param precondition the revision that the caller expects, if any
     * @param write stores the change on condition that the thing is still as read; throws {@link
     *     PreconditionFailedException} where it is not, and {@link NotFoundException} where it is gone
     * @param <T> the kind of thing
     * @param <R> what the change gives
     * @return what {@code write} gave
     * @throws NotFoundException where there is no such thing
     * @throws PreconditionFailedException where it is not what the caller demands
     * @throws StoreUnavailableException where so many others change the same thing that this change never got its turn
     */
    public static <T extends Revisioned, R> R change(
            String resource,
            String id,
            Supplier<Optional<T>> find,
            Precondition precondition,
            Function<? super T, ? extends R> write) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            T current = find.get().orElseThrow(() -> new NotFoundException(resource, id));
            if (!precondition.allows(current.revision())) {
                throw new PreconditionFailedException(resource, id);
            }
            try {
                return write.apply(current);
            } catch (PreconditionFailedException lostTheRace) {
                pause(attempt);
            }
        }
        throw neverInTurn(resource, id);
    }

    /**
     * Makes changes together, and those again that lost against another write.
     *
     * @param changes the changes
     * @param attempt makes the changes that it is given, and returns those whose thing has changed meanwhile
     * @param <T> the kind of change
     * @return the changes that never got their turn: none, unless very many others change the same things
     */
    public static <T> List<T> repeat(List<T> changes, UnaryOperator<List<T>> attempt) {
        List<T> left = changes;
        for (int count = 0; count < ATTEMPTS && !left.isEmpty(); count++) {
            left = attempt.apply(left);
            if (!left.isEmpty()) {
                pause(count);
            }
        }
        return left;
    }

    /**
     * The failure of a change that never got its turn.
     *
     * @param resource the type of record, such as {@code event}
     * @param id the record's id
     * @return what to throw
     */
    public static StoreUnavailableException neverInTurn(String resource, String id) {
        return new StoreUnavailableException(
                StoreUnavailableException.Reason.OVERLOADED,
                "Too many others are changing the " + resource + " '" + id
                        + "' at this moment. Nothing was changed; try again.");
    }

    /** Another write came first. A random pause lets the contenders fall out of step. */
    private static void pause(int attempt) {
        LockSupport.parkNanos(
                ThreadLocalRandom.current().nextLong(1 + Math.min(LONGEST_PAUSE_NANOS, attempt * 500_000L)));
    }
}
