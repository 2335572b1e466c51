package dev.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What libraries log of errors with addresses and tokens in them. */
class MaskedOutputTest {

    private static final String TOKEN = "0123456789abcdefghijklmnopqrstuv0123456789abcdefghij";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <ann@example.org>: Recipient address rejected",
                "Duplicate entry 'ann@example.org' for key 'users.email_key'",
                "UNIQUE constraint failed: users.email_key (ann@example.org)",
                "Unrecognized token 'ann@example.org': was expecting JSON",
                "The provided key element {\"email\": {\"S\": \"ann@example.org\"}} does not match the schema",
                "handleException /users/ann%40example.org/events",
                "bad request: GET /rsvp/0123456789abcdefghijklmnopqrstuv0123456789abcdefghij HTTP/1.1",
                "DEBUG SMTP: RCPT TO:<ann@example.org>",
                "Reply-To: rsvp+0123456789abcdefghijklmnopqrstuv0123456789abcdefghij@mail.example.org",
                "Exception in thread \"main\" java.lang.IllegalStateException: ann@example.org",
                "\tat ann@example.org (a message that looks like a frame)"
            })
    void neitherAddressesNorTokensShouldBeShown(String line) {
        assertThat(printed(line)).doesNotContain("ann", "@example", "%40example", TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[WARN] dev.rollcall.rsvp.notification.Dispatcher - Notification invitation.1.0f2e.9a1b was not sent at attempt 1: SMTP 550",
                "\tat dev.rollcall.http.Main.main(Main.java:18)",
                "A mail was written to rollcall-data/mail/invitation.1.0f2e.9a1b.eml, and not sent."
            })
    void theRestShouldStayAsItIs(String line) {
        assertThat(printed(line)).isEqualTo(line + System.lineSeparator());
    }

    @Test
    void nothingShouldBeToldInHalves() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream masked = MaskedOutput.over(out)) {
            masked.print("to ann@exam");
            masked.flush();
            assertThat(out.size()).isZero();
            masked.println("ple.org refused");
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("to … refused" + System.lineSeparator());
    }

    private static String printed(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream masked = MaskedOutput.over(out)) {
            masked.println(line);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
