package dev.rollcall.rest.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as the API writes them: RFC 3339 in UTC with exactly six digits after the second. */
public final class Times {

    private Times() {}

    /**
     * Writes an instant, such as {@code 2031-05-01T18:00:00.123456Z}.
     *
     * @param instant an instant of the years 0 to 9999
     * @return the text
     */
    public static String format(Instant instant) {
        return format(LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC)) + 'Z';
    }

    /**
     * Writes a local time, such as {@code 2031-05-01T20:00:00.123456}.
     *
     * @param time a time of the years 0 to 9999
     * @return the text
     */
    public static String format(LocalDateTime time) {
        StringBuilder text = new StringBuilder(27);
        append(text, time.getYear(), 1000, '-');
        append(text, time.getMonthValue(), 10, '-');
        append(text, time.getDayOfMonth(), 10, 'T');
        append(text, time.getHour(), 10, ':');
        append(text, time.getMinute(), 10, ':');
        append(text, time.getSecond(), 10, '.');
        append(text, time.getNano() / 1000, 100_000);
        return text.toString();
    }

    private static void append(StringBuilder text, int number, int firstWeight, char after) {
        append(text, number, firstWeight);
        text.append(after);
    }

    private static void append(StringBuilder text, int number, int firstWeight) {
        for (int weight = firstWeight; weight > 0; weight /= 10) {
            text.append((char) ('0' + number / weight % 10));
        }
    }
}
