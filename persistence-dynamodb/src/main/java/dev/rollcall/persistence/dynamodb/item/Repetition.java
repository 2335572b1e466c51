package dev.rollcall.persistence.dynamodb.item;

import dev.rollcall.persistence.dynamodb.item.StoreErrors.Kind;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbClients;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one request: which failure is worth another, and the pause before it. There is no other layer of
 * repetitions. Not thread-safe; one for each request.
 */
final class Repetition {

    /** No attempt begins later than this, and each takes {@link DynamoDbClients#ATTEMPT} at most. */
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

    /** The last failure of an attempt that may have been done although nobody said so. */
    Optional<RuntimeException> maybeDone() {
        return Optional.ofNullable(unknown);
    }

    /** Takes note of a failure, and where another attempt is worth it, pauses until that is to begin. */
    boolean another(Kind kind, RuntimeException failure) {
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
