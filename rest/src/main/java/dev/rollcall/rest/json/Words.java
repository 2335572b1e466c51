package dev.rollcall.rest.json;

import dev.rollcall.error.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Enumerations as the API writes them: each constant is a word in lower case. */
final class Words {

    private Words() {}

    /** The word for a constant. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant for a word.
     *
     * @throws InvalidInputException where there is none; the message lists the words
     */
    static <E extends Enum<E>> E parse(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(word)) {
                return constant;
            }
        }
        throw new InvalidInputException("must be one of "
                + Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", ")));
    }
}
