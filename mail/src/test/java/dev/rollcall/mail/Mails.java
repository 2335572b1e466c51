package dev.rollcall.mail;

import dev.rollcall.mail.message.MailComposer;
import dev.rollcall.mail.message.TextEncoding;
import dev.rollcall.rsvp.notification.Notification;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Looks into mails as they arrive. */
public final class Mails {

    private Mails() {}

    /** A notification as its reader gets it. */
    public static MimeMessage arrived(Notification notification) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new MailComposer(Notifications.settings("file:x"), TextEncoding.SEVEN_BIT)
                .compose(notification, new Properties())
                .writeTo(bytes);
        return parse(bytes.toByteArray());
    }

    static MimeMessage parse(byte[] bytes) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    static String id(MimeMessage mail) {
        try {
            return mail.getHeader("Message-ID")[0];
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** The parts that are not made of parts. */
    static List<Part> parts(Part mail) throws Exception {
        if (!(mail.getContent() instanceof MimeMultipart children)) {
            return List.of(mail);
        }
        List<Part> found = new ArrayList<>();
        for (int i = 0; i < children.getCount(); i++) {
            BodyPart child = children.getBodyPart(i);
            found.addAll(parts(child));
        }
        return found;
    }

    /** The texts of the parts of a type. */
    static List<String> texts(Part mail, String type) throws Exception {
        List<String> found = new ArrayList<>();
        for (Part part : parts(mail)) {
            if (part.getContentType().toLowerCase(Locale.ROOT).startsWith(type)) {
                found.add(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    /** The first text of a type, whose lines end as Java's do. */
    public static String text(Part mail, String type) throws Exception {
        return texts(mail, type).getFirst().replace("\r\n", "\n");
    }
}
