package dev.rollcall.testkit.api;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where the random input of a test comes from. A failure tells the seed; {@code -Drollcall.seed=…} runs it again.
 *
 * @param value the seed
 */
record Seed(long value) {

    /** The seed that was asked for, or a new one. */
    static Seed choose() {
        return new Seed(
                Long.getLong("rollcall.seed", ThreadLocalRandom.current().nextLong()));
    }

    /** A source of the same numbers every time. */
    Random random() {
        return new Random(value);
    }

    /** How to run the same input again. */
    @Override
    public String toString() {
        return "-Drollcall.seed=" + value;
    }
}
