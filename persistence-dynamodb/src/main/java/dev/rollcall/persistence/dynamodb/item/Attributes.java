package dev.rollcall.persistence.dynamodb.item;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Values as attributes. A moment is a text of RFC 3339 in UTC with all six digits of its microseconds, so that the order of
 * the texts is that of the moments; a time on a wall is the same without the zone.
 */
public final class Attributes {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter WALL_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    private Attributes() {}

    /**
     * Returns a text as an attribute.
     *
     * @param value the text
     * @return the attribute, of type S
     */
    public static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    /**
     * Returns a number as an attribute.
     *
     * @param value the number
     * @return the attribute, of type N
     */
    public static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /**
     * Returns a moment as an attribute.
     *
     * @param value the moment, in microseconds
     * @return the attribute, of type S
     */
    public static AttributeValue moment(Instant value) {
        return text(momentText(value));
    }

    /**
     * Returns a moment as the text that is stored.
     *
     * @param value the moment, in microseconds
     * @return the text, in UTC
     */
    public static String momentText(Instant value) {
        return MOMENT.format(value);
    }

    static Instant moment(AttributeValue value) {
        return Instant.parse(value.s());
    }

    static AttributeValue wallTime(LocalDateTime value) {
        return text(WALL_TIME.format(value));
    }

    static LocalDateTime wallTime(AttributeValue value) {
        return LocalDateTime.parse(value.s());
    }
}
