package dev.rollcall.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The progress of a transfer: everything before this is stored.
 *
 * @param feature the name of the feature that comes next; {@link #DONE} where none does
 * @param after the key at which the last part ended; empty before the first part
 * @param moved the number of things that were moved, by the name of their type
 * @param refused the number of things that were not moved, by the name of their type
 */
public record Progress(String feature, Optional<String> after, Map<String, Long> moved, Map<String, Long> refused) {

    /** Stands for the feature after the last one. */
    public static final String DONE = "done";

    /** Copies the counts. */
    public Progress {
        moved = Map.copyOf(moved);
        refused = Map.copyOf(refused);
    }

    /**
     * The beginning.
     *
     * @return the progress of a transfer that has moved nothing yet
     */
    public static Progress start() {
        return new Progress(RecordType.ALL.getFirst().name(), Optional.empty(), Map.of(), Map.of());
    }

    /**
     * Whether everything was moved.
     *
     * @return true where no part is left
     */
    public boolean done() {
        return feature.equals(DONE);
    }

    /**
     * Returns the number of things of a type that were moved.
     *
     * @param feature the type of record
     * @return the count
     */
    public long moved(RecordType<?> feature) {
        return moved.getOrDefault(feature.name(), 0L);
    }

    /**
     * Returns the number of things of a type that were not moved.
     *
     * @param feature the type of record
     * @return the count
     */
    public long refused(RecordType<?> feature) {
        return refused.getOrDefault(feature.name(), 0L);
    }

    /** This after one more part of its feature, with what comes next. */
    Progress plus(long taken, long notTaken, String nextFeature, Optional<String> nextAfter) {
        return new Progress(nextFeature, nextAfter, added(moved, feature, taken), added(refused, feature, notTaken));
    }

    private static Map<String, Long> added(Map<String, Long> counts, String name, long more) {
        Map<String, Long> next = new LinkedHashMap<>(counts);
        next.merge(name, more, Long::sum);
        return next;
    }
}
