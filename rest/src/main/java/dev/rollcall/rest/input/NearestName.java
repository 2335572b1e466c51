package dev.rollcall.rest.input;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Suggests the known name that is closest to an unknown one. */
public final class NearestName {

    /** The most characters of a name that is compared, or shown whole. */
    public static final int MAX_LENGTH = 64;

    private NearestName() {}

    /**
     * Returns the fault of a name that is not known.
     *
     * @param unknown the name, which is none of the known ones
     * @param kind the kind of thing that it names, such as {@code parameter}
     * @param known the known ones
     * @return the detail of a violation, which names the closest known name or, where none is close, all of them
     */
    public static String detail(String unknown, String kind, List<String> known) {
        if (known.isEmpty()) {
            return "is not known; no " + kind + " is taken here";
        }
        return closest(unknown, known)
                .map(name -> "is not known; did you mean '" + name + "'?")
                .orElseGet(() -> "is not known; each " + kind + " must be one of " + String.join(", ", known));
    }

    /**
     * Shortens a name that is too long to be shown.
     *
     * @param unknown the name
     * @return the name, or its first {@link #MAX_LENGTH} characters and an ellipsis
     */
    public static String shown(String unknown) {
        return unknown.length() > MAX_LENGTH ? unknown.substring(0, MAX_LENGTH) + "…" : unknown;
    }

    private static Optional<String> closest(String unknown, List<String> known) {
        if (unknown.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String lower = unknown.toLowerCase(Locale.ROOT);
        Optional<String> best = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (String name : known) {
            int distance = distance(lower, name.toLowerCase(Locale.ROOT));
            if (distance < least && 2 * distance <= Math.max(unknown.length(), name.length())) {
                best = Optional.of(name);
                least = distance;
            }
        }
        return best;
    }

    /** Returns the number of characters to insert, remove or replace to turn one text into the other (Levenshtein). */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
