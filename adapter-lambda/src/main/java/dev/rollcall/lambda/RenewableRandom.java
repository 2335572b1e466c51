package dev.rollcall.lambda;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Strong random bits that differ between processes that start from one snapshot, once each is told that it has
 * started. Thread-safe.
 */
final class RenewableRandom implements RandomGenerator {

    private static final int SEED_BYTES = 48;

    private final SecureRandom source;

    /**
     * A generator.
     *
     * @param source the strong source
     */
    RenewableRandom(SecureRandom source) {
        this.source = source;
    }

    @Override
    public long nextLong() {
        return source.nextLong();
    }

    /**
     * Adds new random bits of the operating system to the state of the source. That a new source would not
     * do: those of Linux share one state for the whole process, in which bits wait that were read before the snapshot.
     */
    void renew() {
        source.setSeed(source.generateSeed(SEED_BYTES));
    }
}
