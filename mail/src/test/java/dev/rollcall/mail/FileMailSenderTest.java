package dev.rollcall.mail;

import static dev.rollcall.mail.MailSenders.NOTIFICATION;
import static dev.rollcall.mail.MailSenders.open;
import static dev.rollcall.mail.MailSenders.refusal;
import static dev.rollcall.mail.Mails.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rsvp.notification.MailSender;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.outbox.NotificationKind;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How notifications are written to a folder. */
final class FileMailSenderTest {

    @Test
    void aFileShouldBeWrittenOnce(@TempDir Path folder) throws Exception {
        Path mails = folder.resolve("a/mail");
        try (MailSender mailSender = open("file:" + mails)) {
            mailSender.send(NOTIFICATION);
            mailSender.send(NOTIFICATION);
        }
        try (Stream<Path> files = Files.list(mails)) {
            assertThat(files).containsExactly(mails.resolve(NOTIFICATION.id() + ".eml"));
        }
        MimeMessage mail = Mails.parse(Files.readAllBytes(mails.resolve(NOTIFICATION.id() + ".eml")));
        assertThat(id(mail)).isEqualTo("<" + NOTIFICATION.id() + "@example.com>");
        assertThat(Mails.texts(mail, "text/calendar")).hasSize(1);
    }

    @Test
    void aFileShouldShowItsLinkToAPerson(@TempDir Path folder) throws Exception {
        Notification notification =
                Notifications.plain().titled("Grüße aus Köln").of(NotificationKind.INVITATION);
        try (MailSender mailSender = open("file:" + folder)) {
            mailSender.send(notification);
        }
        assertThat(Files.readAllLines(folder.resolve(notification.id() + ".eml")))
                .contains("https://rollcall.example.com/base/rsvp/" + Notifications.LINK.value() + "?response=accepted")
                .anyMatch(line -> line.contains("Grüße aus Köln"));
    }

    @Test
    void onlyTheOwnerShouldReadTheFolderAndItsFiles(@TempDir Path folder) throws Exception {
        Path mails = folder.resolve("a/mail");
        try (MailSender mailSender = open("file:" + mails)) {
            mailSender.send(NOTIFICATION);
        }
        for (Path made : List.of(folder.resolve("a"), mails)) {
            assertThat(Files.getPosixFilePermissions(made)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
        assertThat(Files.getPosixFilePermissions(mails.resolve(NOTIFICATION.id() + ".eml")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aFolderThatIsAFileShouldBeTriedAgain(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("taken"));
        try (MailSender mailSender = open("file:" + file)) {
            assertThat(refusal(mailSender).isPermanent()).isFalse();
        }
    }
}
