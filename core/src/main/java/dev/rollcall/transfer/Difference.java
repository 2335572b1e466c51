package dev.rollcall.transfer;

import java.util.List;

/**
 * The differences of two places in one type of thing. The lists name the first few.
 *
 * @param missing the number of things that only the source has
 * @param extra the number of things that only the target has
 * @param changed the number of things that both have in different states
 * @param repeated the number of things that the source has more than once, as a file may
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

    /** The most ids of each list. */
    public static final int MAX_IDS = 5;

    /** Copies the lists. */
    public Difference {
        missingIds = List.copyOf(missingIds);
        extraIds = List.copyOf(extraIds);
        changedIds = List.copyOf(changedIds);
        repeatedIds = List.copyOf(repeatedIds);
    }
}
