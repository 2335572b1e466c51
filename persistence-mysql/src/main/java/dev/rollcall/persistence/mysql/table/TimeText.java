package dev.rollcall.persistence.mysql.table;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** Wall times as text of a fixed width to the microsecond, so that the order of the texts is that of the times. */
final class TimeText {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 6, 6, true)
            .toFormatter();

    private TimeText() {}

    /** The time in microseconds. MySQL would round. */
    static LocalDateTime cut(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    static String write(LocalDateTime time) {
        return FORMAT.format(time);
    }

    static LocalDateTime read(String text) {
        return LocalDateTime.parse(text, FORMAT);
    }
}
