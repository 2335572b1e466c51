package dev.rollcall.rsvp.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.user.EmailAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MailSettingsTest {

    private static final String SERVER = "http://127.0.0.1:8080";

    @Test
    void whatIsNotSaidShouldMailNobody() {
        MailSettings expected =
                new MailSettings("file:rollcall-data/mail", new EmailAddress("rollcall@localhost"), SERVER);

        assertThat(MailSettings.fromEnvironment(Map.of(), SERVER)).isEqualTo(expected);
        assertThat(MailSettings.fromEnvironment(
                        Map.of("ROLLCALL_MAIL", " ", "ROLLCALL_MAIL_FROM", "", "ROLLCALL_PUBLIC_URL", ""), SERVER))
                .isEqualTo(expected);
    }

    @Test
    void whatIsSaidShouldBeTaken() {
        MailSettings settings = MailSettings.fromEnvironment(
                Map.of(
                        "ROLLCALL_MAIL", "ses:eu-west-1",
                        "ROLLCALL_MAIL_FROM", "rsvp@example.org",
                        "ROLLCALL_PUBLIC_URL", "https://example.org/rollcall//"),
                SERVER);

        assertThat(settings.url()).isEqualTo("ses:eu-west-1");
        assertThat(settings.from()).isEqualTo(new EmailAddress("rsvp@example.org"));
        assertThat(settings.publicUrl()).isEqualTo("https://example.org/rollcall");
    }

    @Test
    void aPasswordShouldNotBeShown() {
        MailSettings settings = new MailSettings(
                "smtps://ann:se@cret@mail.example.org?x=hidden", new EmailAddress("rsvp@example.org"), SERVER);

        assertThat(settings.displayUrl()).isEqualTo("smtps://mail.example.org");
        assertThat(settings.toString()).doesNotContain("cret", "hidden", "ann:");
    }

    @Test
    void aSenderThatIsNoAddressShouldBeRefused() {
        assertThatThrownBy(() -> MailSettings.fromEnvironment(Map.of("ROLLCALL_MAIL_FROM", "nobody"), SERVER))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("ROLLCALL_MAIL_FROM: must be an e-mail address such as rsvp@example.org, not 'nobody'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "ftp://example.org", "https://", "https://example.org?x", "https://a b"})
    void whatGuestsCanNotOpenShouldBeRefused(String url) {
        assertThatThrownBy(() -> MailSettings.fromEnvironment(Map.of("ROLLCALL_PUBLIC_URL", url), SERVER))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("ROLLCALL_PUBLIC_URL: must be an address such as https://rollcall.example.org");
    }
}
