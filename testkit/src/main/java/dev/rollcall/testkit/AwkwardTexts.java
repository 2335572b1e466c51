package dev.rollcall.testkit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Texts that stores like to take for each other, or to cut: all begin with the same random word, and no two are equal. */
final class AwkwardTexts {

    private static final String BEYOND_THE_BASIC_PLANE = "😀";

    /** Endings that a collation, a comparison padded by blanks, a pattern or an escape could confuse. */
    private static final List<String> ENDINGS = List.of(
            "a",
            "A",
            "á",
            "a\u0301",
            "ä",
            "ae",
            "æ",
            "ß",
            "ss",
            "i",
            "İ",
            "ı",
            "ﬁ",
            "fi",
            "Å",
            "\u212B",
            "𝒂",
            "ａ",
            "１",
            "1",
            "😀",
            "😁",
            "👩\u200D🚀",
            "👩🚀",
            "\uFE0F",
            "\u200B",
            "%",
            "_",
            "*",
            "?",
            "'",
            "\"",
            "\\",
            "\\\\",
            "`",
            ";",
            "--",
            "$1",
            "{}",
            "[0]",
            "null",
            "\uFFFF",
            "\uDBFF\uDFFF");

    private static final List<String> BLANK_ENDINGS = List.of(" ", "  ", "\u00A0", "\u3000", "\u2028", "a ", "A ");

    private AwkwardTexts() {}

    /** Texts with white space and without, the longest of so many code points. */
    static Stream<String> lines(int max) {
        String word = Fresh.word();
        return Stream.concat(
                Stream.of(" " + word),
                Stream.concat(BLANK_ENDINGS.stream().map(ending -> word + ending), words(word, max)));
    }

    /** Texts without white space, the longest of so many code points. */
    static Stream<String> words(int max) {
        return words(Fresh.word(), max);
    }

    private static Stream<String> words(String word, int max) {
        String longest = word + BEYOND_THE_BASIC_PLANE.repeat(max - word.length() - 1);
        return Stream.concat(
                Stream.of(word, word.toUpperCase(Locale.ROOT), longest, longest + "😀", longest + "😁"),
                ENDINGS.stream().map(ending -> word + ending));
    }
}
