package dev.rollcall.transfer;

import java.util.Optional;

/**
 * What both places have of one kind of thing.
 *
 * @param feature the kind
 * @param source the tally of the source
 * @param target the tally of the target
 * @param difference where they differ; empty where they don't
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
