package dev.rollcall.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as the API writes them: RFC 3339 in UTC with exactly six digits after the second. */
public final class Times {

    /** The characters of a time without the Z. */
    private static final int LENGTH = 26;

    private static final int SECONDS_OF_DAY = 86_400;

    private Times() {}

    /**
     * Writes a member that is an instant, such as {@code "2031-05-01T18:00:00.123456Z"}. Makes no text of it first: a page has
     * two hundred of them.
     *
     * @param json the generator to write to
     * @param member the name of the member
     * @param instant an instant of the years 0 to 9999
     * @throws IOException if {@code json} throws it
     */
    public static void write(JsonGenerator json, String member, Instant instant) throws IOException {
        json.writeFieldName(member);
        char[] text = characters(instant);
        json.writeString(text, 0, text.length);
    }

    /**
     * Writes an instant, such as {@code 2031-05-01T18:00:00.123456Z}.
     *
     * @param instant an instant of the years 0 to 9999
     * @return the text
     */
    public static String format(Instant instant) {
        return new String(characters(instant));
    }

    /**
     * Writes a local time, such as {@code 2031-05-01T20:00:00.123456}.
     *
     * @param time a time of the years 0 to 9999
     * @return the text
     */
    public static String format(LocalDateTime time) {
        return new String(characters(time.toInstant(ZoneOffset.UTC)), 0, LENGTH);
    }

    private static char[] characters(Instant instant) {
        long seconds = instant.getEpochSecond();
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_OF_DAY));
        int secondOfDay = Math.floorMod(seconds, SECONDS_OF_DAY);
        char[] text = new char[LENGTH + 1];
        put(text, 0, 4, date.getYear());
        text[4] = '-';
        put(text, 5, 7, date.getMonthValue());
        text[7] = '-';
        put(text, 8, 10, date.getDayOfMonth());
        text[10] = 'T';
        put(text, 11, 13, secondOfDay / 3600);
        text[13] = ':';
        put(text, 14, 16, secondOfDay / 60 % 60);
        text[16] = ':';
        put(text, 17, 19, secondOfDay % 60);
        text[19] = '.';
        put(text, 20, LENGTH, instant.getNano() / 1000);
        text[LENGTH] = 'Z';
        return text;
    }

    /** Puts the last digits of a number at some places. */
    private static void put(char[] text, int from, int to, int number) {
        int rest = number;
        for (int i = to - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
