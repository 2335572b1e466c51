package dev.rollcall.rest.json;

import dev.rollcall.error.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Enumerations as the API writes them: each constant is a word in lower case. */
public final class Words {

    private Words() {}

    /**
     * The word for a constant.
     *
     * @param constant the constant
     * @return its name in lower case
     */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant for a word.
     *
     * @param type the enumeration
     * @param word the word, in lower case
     * @param <E> the enumeration
     * @return the constant
     * @throws InvalidInputException where there is none; the message lists the words
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(word)) {
                return constant;
            }
        }
        throw new InvalidInputException("must be one of "
                + Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", ")));
    }
}
