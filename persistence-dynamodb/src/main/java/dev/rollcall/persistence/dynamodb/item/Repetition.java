package dev.rollcall.persistence.dynamodb.item;

import dev.rollcall.persistence.dynamodb.item.StoreErrors.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one request: decides which failure is worth another attempt, and pauses before it. There is no other layer
 * of retries. Not thread-safe; one instance per request.
 */
public final class Repetition {

    /** No attempt begins later than this, and each takes two seconds at most. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** An endpoint that refuses connections will mostly do so for seconds; one that moves does not for longer than this. */
    private static final int UNREACHED = 3;

    private static final int UNANSWERED = 4;

    private static final long SHORTEST_PAUSE = Duration.ofMillis(25).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_PAUSE_OF_RIVALS = Duration.ofMillis(100).toNanos();

    private final long begin = System.nanoTime();
    private int failures;
    private int unreached;
    private int unanswered;
    private @Nullable RuntimeException unknown;

    /** A request that has made no attempt yet. */
    public Repetition() {}

    /**
     * Returns the last failure after which the request may have been done.
     *
     * @return the failure; empty if no attempt can have been done
     */
    public Optional<RuntimeException> maybeDone() {
        return Optional.ofNullable(unknown);
    }

    /**
     * Records a failure. If another attempt is worth it, pauses until that attempt is due.
     *
     * @param kind the kind of failure
     * @param failure the failure
     * @return whether to make another attempt
     */
    public boolean another(Kind kind, RuntimeException failure) {
        failures++;
        if (kind == Kind.UNKNOWN) {
            unknown = failure;
        }
        boolean worthIt = switch (kind) {
            case THROTTLED, CONTENTION -> true;
            case NOT_SENT -> ++unreached < UNREACHED;
            case UNKNOWN -> ++unanswered < UNANSWERED;
            case CONDITION, NO_TABLE, REFUSED, UNFORESEEN -> false;
        };
        return worthIt && pause(kind == Kind.CONTENTION ? LONGEST_PAUSE_OF_RIVALS : LONGEST_PAUSE);
    }

    /** Full jitter, so that those who were refused together do not come again together. */
    private boolean pause(long longest) {
        long bound = Math.min(longest, SHORTEST_PAUSE << Math.min(failures - 1, 10));
        long pause = ThreadLocalRandom.current().nextLong(bound);
        if (Thread.currentThread().isInterrupted() || System.nanoTime() - begin + pause > LONGEST.toNanos()) {
            return false;
        }
        LockSupport.parkNanos(pause);
        return true;
    }
}
