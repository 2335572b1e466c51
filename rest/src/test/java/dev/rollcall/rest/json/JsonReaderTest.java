package dev.rollcall.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void everyKindShouldBeRead() {
        assertThat(read(" {\"a\": [1, -2.50e3, \"t\\u00e9\"], \"b\": {\"c\": true, \"d\": false, \"e\": null}} "))
                .isEqualTo(new JsonValue.Members(Map.of(
                        "a",
                        new JsonValue.Array(List.of(
                                new JsonValue.Numeral("1"),
                                new JsonValue.Numeral("-2.50e3"),
                                new JsonValue.Text("té"))),
                        "b",
                        new JsonValue.Members(Map.of(
                                "c",
                                new JsonValue.Bool(true),
                                "d",
                                new JsonValue.Bool(false),
                                "e",
                                new JsonValue.Null())))));
    }

    @Property
    void anyStringShouldComeBack(@ForAll String text) throws IOException {
        String json = MAPPER.writeValueAsString(text.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        assertThat(read(json).text()).isEqualTo(MAPPER.readTree(json).textValue());
    }

    @Property
    void anyBytesShouldBeReadOrRefused(@ForAll byte[] bytes) {
        readOrRefuse(bytes);
    }

    @Property(tries = 5000)
    void anythingLikeJsonShouldBeReadOrRefused(
            @ForAll @Chars({'{', '}', '[', ']', '"', ':', ',', '1', 'e', '.', '-', '\\', 'u'}) String text) {
        readOrRefuse(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{]",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "1 2",
                "{} {}",
                "{}x",
                "01",
                "+1",
                "1.",
                ".5",
                "NaN",
                "Infinity",
                "truex",
                "nul",
                "\"a",
                "\"\t\"",
                "\"\\x\"",
                "// c\n1",
                "\ufeff",
                "\ufeff\ufeff1",
                "1\ufeff",
                "{\"a\":1,\"a\":2}",
                "[{\"a\":{\"b\":1,\"c\":2,\"b\":1}}]"
            })
    void malformedJsonShouldBeRefused(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("must ")
                .hasMessageNotContaining("Jackson")
                .hasMessageNotContaining("Source");
    }

    @Test
    void bytesThatAreNotUtf8ShouldBeRefused() {
        for (byte[] bytes : List.of(
                new byte[] {'"', (byte) 0xff, '"'},
                new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'},
                new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
                "{}".getBytes(StandardCharsets.UTF_16LE),
                "{}".getBytes(StandardCharsets.UTF_16BE))) {
            assertThatThrownBy(() -> JsonReader.read(bytes)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void aByteOrderMarkShouldBePassedOver() {
        assertThat(read("\ufeff1").whole()).isEqualTo(1);
    }

    @Test
    void nestingShouldEndAt32Levels() {
        assertThat(read("[".repeat(32) + "]".repeat(32))).isInstanceOf(JsonValue.Array.class);
        assertThatThrownBy(() -> read("[".repeat(33) + "]".repeat(33)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("32 levels")
                .hasMessageNotContaining("StreamReadConstraints");
        assertThatThrownBy(() -> read("{\"a\":".repeat(500_000))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void hugeNumbersShouldCostNoMoreThanTheirText() {
        assertThat(read("1e999999999").digits()).isEqualTo("1e999999999");
        assertThatThrownBy(() -> read("1e999999999").whole()).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> read("9".repeat(1001))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> read("1".repeat(20)).whole()).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> read("2147483648").integer()).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2.0, 2",
        "2e0, 2",
        "2E+0, 2",
        "-2.000, -2",
        "20e-1, 2",
        "0.2e1, 2",
        "-0.0, 0",
        "0e999999999, 0",
        "1935424800.0, 1935424800",
        "1e9, 1000000000"
    })
    void wholeNumbersShouldBeReadHoweverTheyAreWritten(String json, int number) {
        assertThat(read(json).whole()).isEqualTo(number);
        assertThat(read(json).integer()).isEqualTo(number);
        assertThat(read(json).digits()).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.5",
                "1e-1",
                "1e19",
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1e99999999999",
                "1e2147483647",
                "9223372036854775808.0"
            })
    void fractionsAndNumbersThatAreTooLargeShouldBeNoWholeNumbers(String json) {
        assertThatThrownBy(() -> read(json).whole()).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> read(json).integer()).isInstanceOf(InvalidInputException.class);
    }

    @Property
    void printableTextShouldBeReadOnlyWhereItIsJson(@ForAll @CharRange(from = ' ', to = '~') String text) {
        readOrRefuse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonValue read(String json) {
        return JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            assertThat(JsonReader.read(bytes)).isNotNull();
        } catch (InvalidInputException refused) {
            assertThat(refused.violations()).hasSize(1);
        }
    }
}
