package dev.rollcall.mail;

import dev.rollcall.error.LoggableError;
import dev.rollcall.mail.message.MailComposer;
import dev.rollcall.rsvp.notification.MailSender;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.notification.UndeliverableException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Hands notifications to a mail server (RFC 5321), each on a connection of its own. */
final class SmtpMailSender implements MailSender {

    private final Smtp server;
    private final MailComposer composer;
    private final Properties properties;

    SmtpMailSender(Smtp server, String from, MailComposer composer) {
        this.server = server;
        this.composer = composer;
        properties = server.properties();
        properties.setProperty("mail." + server.protocol() + ".from", from);
    }

    @Override
    public void send(Notification notification) throws UndeliverableException {
        MimeMessage mail;
        try {
            mail = composer.compose(notification, properties);
        } catch (MessagingException malformed) {
            throw new UndeliverableException(
                    "The mail could not be made.", LoggableError.summary(malformed), true, malformed);
        }
        try (Transport transport = mail.getSession().getTransport(server.protocol())) {
            transport.connect(
                    server.host(),
                    server.port(),
                    server.login().map(Smtp.Login::user).orElse(null),
                    server.login().map(Smtp.Login::password).orElse(null));
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException refused) {
            throw SmtpRefusal.of(refused, server.display());
        }
    }

    @Override
    public void close() {}
}
