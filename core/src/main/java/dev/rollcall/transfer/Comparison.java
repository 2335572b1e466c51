package dev.rollcall.transfer;

import java.util.Optional;

/**
 * The things of one type in both places.
 *
 * @param feature the kind
 * @param source the tally of the source
 * @param target the tally of the target
 * @param difference the difference; empty where there is none
 */
public record Comparison(RecordType<?> feature, Tally source, Tally target, Optional<Difference> difference) {

    /**
     * Whether both places have the same.
     *
     * @return true where they don't differ
     */
    public boolean same() {
        return difference.isEmpty();
    }
}
