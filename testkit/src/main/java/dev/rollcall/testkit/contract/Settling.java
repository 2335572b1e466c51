package dev.rollcall.testkit.contract;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads what a port may show a moment after it was written. */
public final class Settling {

    /** More than any store needs, and few enough that a test which fails ends soon. */
    private static final int READS = 500;

    private Settling() {}

    /**
     * Reads until the answer is as expected.
     *
     * @param reading reads
     * @param expected tells whether the answer is as expected
     * @param <T> the kind of answer
     * @return the last answer, which is another than expected where many reads were in vain
     */
    public static <T> T read(Supplier<T> reading, Predicate<T> expected) {
        T seen = reading.get();
        for (int reads = 1; reads < READS && !expected.test(seen); reads++) {
            Thread.onSpinWait();
            seen = reading.get();
        }
        return seen;
    }
}
