package dev.rollcall.mail;

import static dev.rollcall.mail.MailSenders.NOTIFICATION;
import static dev.rollcall.mail.MailSenders.open;
import static dev.rollcall.mail.MailSenders.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.rollcall.rsvp.notification.MailSender;
import dev.rollcall.rsvp.notification.UndeliverableException;
import dev.rollcall.rsvp.outbox.NotificationKind;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How notifications are handed to a mail server, and what its refusals mean. */
final class SmtpMailSenderTest {

    private static GreenMail server() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private static void assertCalendarsFit(NotificationKind kind, MimeMessage mail) throws Exception {
        for (String calendar : Mails.texts(mail, "text/calendar")) {
            assertThat(Biweekly.parse(calendar).all()).hasSize(1);
        }
        boolean plain = List.of(
                        NotificationKind.DEADLINE_REMINDER, NotificationKind.START_REMINDER, NotificationKind.DIGEST)
                .contains(kind);
        assertThat(Mails.texts(mail, "text/calendar")).hasSize(plain ? 0 : 1);
        assertThat(Mails.texts(mail, "application/ics")).isEqualTo(Mails.texts(mail, "text/calendar"));
    }

    @Test
    void everyKindShouldArriveWhole() throws Exception {
        GreenMail server = server();
        try (MailSender mailSender = open("smtp://127.0.0.1:" + server.getSmtp().getPort() + "?starttls=off")) {
            for (NotificationKind kind : Notifications.KINDS) {
                mailSender.send(Notifications.plain().of(kind));
            }
            MimeMessage[] arrived = server.getReceivedMessages();
            assertThat(arrived).hasSize(Notifications.KINDS.size());
            for (int i = 0; i < arrived.length; i++) {
                NotificationKind kind = Notifications.KINDS.get(i);
                MimeMessage mail = arrived[i];
                assertThat(mail.getHeader("Message-ID")[0])
                        .startsWith("<"
                                + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".")
                        .endsWith("@example.com>");
                assertThat(mail.getFrom()[0]).hasToString("Ann Host via Rollcall <rsvp@example.com>");
                assertThat(mail.getReplyTo()[0]).hasToString("Ann Host <ann@example.net>");
                assertThat(mail.getAllRecipients()).hasSize(1);
                assertThat(mail.getAllRecipients()[0])
                        .hasToString(
                                kind == NotificationKind.DIGEST
                                        ? "Ann Host <ann@example.net>"
                                        : "Bea Guest <bea@example.org>");
                assertThat(mail.getSentDate().toInstant()).isEqualTo("2031-04-01T08:30:15Z");
                assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
                assertThat(mail.getSubject()).contains("Summer party");
                assertThat(Mails.text(mail, "text/plain"))
                        .contains("Summer party", "Saturday, 3 May 2031, 18:00–22:00");
                assertThat(Mails.text(mail, "text/html")).contains("Summer party");
                assertCalendarsFit(kind, mail);
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void theSameNotificationShouldBeTheSameMessage() throws Exception {
        GreenMail server = server();
        try (MailSender mailSender = open("smtp://127.0.0.1:" + server.getSmtp().getPort())) {
            mailSender.send(NOTIFICATION);
            mailSender.send(NOTIFICATION);
            assertThat(Stream.of(server.getReceivedMessages()).map(Mails::id).distinct())
                    .containsExactly("<" + NOTIFICATION.id() + "@example.com>");
        } finally {
            server.stop();
        }
    }

    @Test
    void aLoginShouldBeTaken() throws Exception {
        GreenMail server = server();
        server.setUser("ann@example.net", "ann@host", "p:a/ss+w%rd");
        server.getSmtp();
        server.getManagers().getUserManager().setAuthRequired(true);
        String port = server.getSmtp().getPort() + "?starttls=off";
        try (MailSender right = open("smtp://ann%40host:p%3Aa%2Fss+w%25rd@127.0.0.1:" + port);
                MailSender wrong = open("smtp://ann%40host:hunter2@127.0.0.1:" + port)) {
            right.send(NOTIFICATION);
            assertThat(server.getReceivedMessages()).hasSize(1);

            UndeliverableException refused = refusal(wrong);
            assertThat(refused.isPermanent()).isFalse();
            assertThat(refused.reason())
                    .isEqualTo("The mail server 127.0.0.1:%d refused the login."
                            .formatted(server.getSmtp().getPort()));
        } finally {
            server.stop();
        }
    }

    @Test
    void aPasswordShouldNotTravelInTheClear() throws Exception {
        GreenMail server = server();
        try (MailSender mailSender =
                open("smtp://ann:hunter2@127.0.0.1:" + server.getSmtp().getPort())) {
            UndeliverableException refused = refusal(mailSender);
            assertThat(refused.isPermanent()).isFalse();
            assertThat(refused.reason()).doesNotContain("hunter2");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsNotThereShouldBeTriedAgain() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (MailSender mailSender = open("smtp://127.0.0.1:" + port)) {
            UndeliverableException refused = refusal(mailSender);
            assertThat(refused.isPermanent()).isFalse();
            assertThat(refused.reason()).isEqualTo("The mail server 127.0.0.1:" + port + " could not be reached.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT,550 5.1.1 No such user here,true,The mail server refused the address: 550 5.1.1 No such user here",
        "RCPT,450 4.2.1 Mailbox is busy,false,The mail server refused the address: 450 4.2.1 Mailbox is busy",
        "BODY,554 5.7.1 Looks like spam,true,The mail server refused the mail: 554 5.7.1 Looks like spam",
        "BODY,451 4.3.0 Later please,false,The mail server refused the mail: 451 4.3.0 Later please",
        "DATA,452 4.3.1 Full,false,The mail server refused the mail: 452 4.3.1 Full",
        "MAIL,550 5.7.1 You are nobody,false,refused the sender: 550 5.7.1 You are nobody",
        "CONNECT,554 5.3.2 Closed,false,The mail server",
    })
    void refusalsShouldBeToldApart(String command, String answer, boolean permanent, String reason) throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of(command, answer));
                MailSender mailSender = open(server.url())) {
            UndeliverableException refused = refusal(mailSender);
            assertThat(refused.reason()).contains(reason);
            assertThat(refused.isPermanent()).isEqualTo(permanent);
            // The code goes into the log, and the server's words do not.
            assertThat(refused.code()).doesNotContain(answer.substring(answer.lastIndexOf(' ')));
            if (!command.equals("CONNECT")) {
                assertThat(refused.code()).endsWith("SMTP " + answer.substring(0, 3));
            }
        }
    }

    @Test
    void aConnectionThatBreaksShouldBeTriedAgain() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of("RCPT", "421 4.3.2 Shutting down"));
                MailSender mailSender = open(server.url())) {
            assertThat(refusal(mailSender).isPermanent()).isFalse();
        }
    }

    @Test
    void portAndSecurityShouldHaveDefaults() {
        assertThat(Smtp.parse("smtps://host").port()).isEqualTo(465);
        assertThat(Smtp.parse("smtp://host").port()).isEqualTo(587);
        assertThat(Smtp.parse("smtp://host").startTls()).isEqualTo(Smtp.StartTls.OPTIONAL);
        assertThat(Smtp.parse("smtp://ann:x@host").startTls()).isEqualTo(Smtp.StartTls.REQUIRED);
        assertThat(Smtp.parse("smtp://ann:x@host?starttls=off").startTls()).isEqualTo(Smtp.StartTls.OFF);
        assertThat(Smtp.parse("smtp://ann:hunter2@host")).asString().doesNotContain("hunter2", "ann");
        assertThat(Smtp.parse("smtp://[::1]:25").display()).isEqualTo("[::1]:25");
    }
}
