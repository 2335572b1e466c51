package dev.rollcall.transfer;

import java.util.List;

/**
 * Where two places differ in one kind of thing. The lists name the first few.
 *
 * @param missing how many things the source has and the target has not
 * @param extra how many the target has and the source has not
 * @param changed how many both have in different states
 * @param repeated how many the source has more than once, as a file may
 * @param missingIds the first of those that are missing
 * @param extraIds the first of those that are extra
 * @param changedIds the first of those that are in different states
 * @param repeatedIds the first of those that are there more than once
 * @param complete whether there are no others: false where there were too many to look at all
 */
public record Difference(
        long missing,
        long extra,
        long changed,
        long repeated,
        List<String> missingIds,
        List<String> extraIds,
        List<String> changedIds,
        List<String> repeatedIds,
        boolean complete) {

    /** How many ids each list names at most. */
    public static final int MAX_IDS = 5;

    /** Copies the lists. */
    public Difference {
        missingIds = List.copyOf(missingIds);
        extraIds = List.copyOf(extraIds);
        changedIds = List.copyOf(changedIds);
        repeatedIds = List.copyOf(repeatedIds);
    }
}
