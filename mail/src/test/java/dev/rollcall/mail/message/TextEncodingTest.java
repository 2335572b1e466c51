package dev.rollcall.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A text is readable where it may be, and encoded where it must be. */
final class TextEncodingTest {

    @Test
    void asciiShouldTravelAsItIs() {
        assertThat(TextEncoding.SEVEN_BIT.of(bytes("Come!\r\n"))).isEqualTo("7bit");
        assertThat(TextEncoding.EIGHT_BIT.of(bytes("Come!\r\n"))).isEqualTo("7bit");
    }

    @Test
    void otherLettersShouldBeEncodedForServersAlone() {
        assertThat(TextEncoding.SEVEN_BIT.of(bytes("Grüße\r\n"))).isEqualTo("base64");
        assertThat(TextEncoding.EIGHT_BIT.of(bytes("Grüße\r\n"))).isEqualTo("8bit");
    }

    @Test
    void aLineShouldHaveAtMost998Octets() {
        String longest = "x".repeat(998) + "\r\n";
        assertThat(TextEncoding.EIGHT_BIT.of(bytes(longest + longest))).isEqualTo("7bit");
        assertThat(TextEncoding.EIGHT_BIT.of(bytes("x" + longest))).isEqualTo("base64");
        assertThat(TextEncoding.EIGHT_BIT.of(bytes("ü" + longest.substring(1)))).isEqualTo("base64");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
