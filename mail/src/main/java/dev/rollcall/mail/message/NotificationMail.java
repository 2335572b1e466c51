package dev.rollcall.mail.message;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** A mail that keeps its Message-ID, where the library would make one up. Not thread-safe. */
final class NotificationMail extends MimeMessage {

    private final String id;

    NotificationMail(Session session, String id) {
        super(session);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
