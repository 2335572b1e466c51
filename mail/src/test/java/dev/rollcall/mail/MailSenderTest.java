package dev.rollcall.mail;

import static dev.rollcall.mail.MailSenders.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.notification.MailSenderProvider;
import dev.rollcall.rsvp.notification.MailSettings;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.user.EmailAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the setting opens a mailSender, and what holds for all of them. */
final class MailSenderTest {

    @Test
    void theProviderShouldBeFoundByEveryScheme() {
        for (String url : List.of("file:x", "smtp://host", "smtps://host", "ses:eu-west-1")) {
            assertThat(MailSenderProvider.forUrl(Notifications.settings(url))).isInstanceOf(MailProvider.class);
        }
        assertThatThrownBy(() -> MailSenderProvider.forUrl(
                        new MailSettings("pigeon:", new EmailAddress("a@example.org"), "https://example.org")))
                .hasMessageContaining("file:…, ses:…, smtp:…, smtps:…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp://ann:hunter2@host:99999",
                "smtp://ann:hunter2@",
                "smtp://ann:hunter2@host/path",
                "smtp://ann:hunter2@host?starttls=maybe",
                "smtps://ann:hunter2@host?starttls=off",
                "smtp://ann:hun ter2@host",
                "smtp:hunter2@host",
                "smtp://hunter2@host",
                "ses:hunter2",
                "ses:",
                "file:",
            })
    void whatCanNotBeRightShouldBeRefusedWithoutItsPassword(String url) {
        assertThatThrownBy(() -> open(url))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ROLLCALL_MAIL: must ")
                .message()
                .doesNotContain("hunter2", "hun ter2");
    }

    @Test
    void anAddressInAnyScriptShouldBeSentTo() throws Exception {
        Notification notification =
                Notifications.plain().to("Jürgen 😀", "jürgen@bücher.example").of(NotificationKind.INVITATION);
        MimeMessage mail = Mails.arrived(notification);
        byte[] header = mail.getHeader("To")[0].getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new String(header, StandardCharsets.UTF_8)).contains("jürgen@xn--bcher-kva.example");
        MimeMessage ascii = Mails.arrived(
                Notifications.plain().to("Jürgen 😀", "j@bücher.example").of(NotificationKind.INVITATION));
        assertThat(ascii.getHeader("To")[0]).matches("\\p{ASCII}*").contains("j@xn--bcher-kva.example");
    }
}
