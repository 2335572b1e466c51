package dev.rollcall.testkit.api;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where the random input of a test comes from. A failure tells the seed; {@code -Drollcall.seed=…} runs it again.
 *
 * @param value the seed
 */
public record Seed(long value) {

    /** {@return the seed that was asked for, or a new one} */
    public static Seed choose() {
        return new Seed(
                Long.getLong("rollcall.seed", ThreadLocalRandom.current().nextLong()));
    }

    /** {@return a source of the same numbers every time} */
    public Random random() {
        return new Random(value);
    }

    /** How to run the same input again. */
    @Override
    public String toString() {
        return "-Drollcall.seed=" + value;
    }
}
