package dev.rollcall.transfer.codec;

import dev.rollcall.error.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Times as portable forms have them: fixed width, six digits after the second. */
final class Moments {

    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final String ZULU = "Z";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private Moments() {}

    static String text(Instant moment) {
        return text(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)) + ZULU;
    }

    static String text(LocalDateTime wall) {
        return WALL.format(wall);
    }

    static Instant instant(String text) {
        if (!text.endsWith(ZULU)) {
            throw malformed("2031-05-01T18:00:00.123456Z", text);
        }
        return parse(text.substring(0, text.length() - 1), "2031-05-01T18:00:00.123456Z")
                .toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime wall(String text) {
        return parse(text, "2031-05-01T18:00:00.123456");
    }

    private static LocalDateTime parse(String text, String example) {
        LocalDateTime time;
        try {
            time = LocalDateTime.parse(text, WALL);
        } catch (DateTimeException notATime) {
            throw malformed(example, text);
        }
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw new InvalidInputException("must lie between the years " + FIRST_YEAR + " and " + LAST_YEAR);
        }
        return time;
    }

    private static InvalidInputException malformed(String example, String text) {
        String shown = text.length() > 64 ? text.substring(0, 64) + "…" : text;
        return new InvalidInputException("must be a time such as " + example + ", not '" + shown + "'");
    }
}
