package dev.rollcall.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    /** Around the 8,000 bytes that a generator collects. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7_997, 7_998, 7_999, 8_000, 8_001, 100_000})
    void valuesOfEverySizeShouldBeWrittenWhole(int length) {
        assertWritten("x".repeat(length));
        assertWritten("é例".repeat(length / 5) + "x".repeat(length % 5));
    }

    private static void assertWritten(String text) {
        JsonWriter<String> writer = (json, value) -> json.writeString(value);
        assertThat(new String(writer.bytes(text), StandardCharsets.UTF_8)).isEqualTo('"' + text + '"');
    }
}
