package dev.rollcall.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TimesTest {

    private static final DateTimeFormatter EXPECTED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    @Property
    void timesShouldHaveSixDigitsInUtc(
            @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
            @ForAll @LongRange(max = 999_999_999) long nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        String expected = EXPECTED.format(instant);
        assertThat(Times.format(instant)).isEqualTo(expected).hasSize(27);
        assertThat(Times.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z")
                .isEqualTo(expected);
        assertThat(written(instant)).isEqualTo("{\"at\":\"" + expected + "\"}");
    }

    private static String written(Instant instant) {
        JsonWriter<Instant> writer = (json, value) -> {
            json.writeStartObject();
            Times.write(json, "at", value);
            json.writeEndObject();
        };
        return new String(writer.bytes(instant), StandardCharsets.UTF_8);
    }
}
