package dev.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxSettingsTest {

    private static final Map<String, String> GOOD = Map.of(
            "ROLLCALL_STORAGE", "memory:",
            "ROLLCALL_MAIL", "ses:eu-west-1",
            "ROLLCALL_MAIL_FROM", "rsvp@example.org",
            "ROLLCALL_PUBLIC_URL", "https://rollcall.example.org/");

    @Test
    void everyVariableShouldBeRead() {
        OutboxSettings settings = OutboxSettings.fromEnvironment(GOOD);

        assertThat(settings.storage().url()).isEqualTo("memory:");
        assertThat(settings.mail().url()).isEqualTo("ses:eu-west-1");
        assertThat(settings.mail().from()).hasToString("rsvp@example.org");
        assertThat(settings.mail().publicUrl()).isEqualTo("https://rollcall.example.org");
    }

    @Test
    void everythingThatIsMissingShouldBeNamedAtOnce() {
        assertThatThrownBy(() -> OutboxSettings.fromEnvironment(Map.of("ROLLCALL_MAIL", " ")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(
                        "ROLLCALL_STORAGE: must be set",
                        "ROLLCALL_MAIL: must be set",
                        "ROLLCALL_MAIL_FROM: must be set",
                        "ROLLCALL_PUBLIC_URL: must be set");
    }

    @ParameterizedTest
    @CsvSource({
        "ROLLCALL_MAIL, file:rollcall-data/mail, whose disk is gone",
        "ROLLCALL_MAIL_FROM, nobody, must be an e-mail address",
        "ROLLCALL_PUBLIC_URL, rollcall.example.org, must be an address such as https://",
        "ROLLCALL_MIGRATE, true, must not be set here"
    })
    void whatCannotBeRightShouldBeRefused(String variable, String value, String why) {
        Map<String, String> environment = new HashMap<>(GOOD);
        environment.put(variable, value);

        assertThatThrownBy(() -> OutboxSettings.fromEnvironment(environment))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(variable, why);
    }
}
