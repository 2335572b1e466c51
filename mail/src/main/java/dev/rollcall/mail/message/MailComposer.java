package dev.rollcall.mail.message;

import dev.rollcall.mail.calendar.InvitationCalendar;
import dev.rollcall.mail.text.Addresses;
import dev.rollcall.mail.text.Names;
import dev.rollcall.mail.text.SafeText;
import dev.rollcall.mail.text.Words;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.notification.MailSettings;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.user.EmailAddress;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Makes mails of notifications. Thread-safe. */
public final class MailComposer {

    /** The notifications that have nothing for a calendar. */
    private static final Set<NotificationKind> WITHOUT_CALENDAR =
            EnumSet.of(NotificationKind.DEADLINE_REMINDER, NotificationKind.START_REMINDER, NotificationKind.DIGEST);

    private static final String UTF_8 = "UTF-8";

    private final MailSettings settings;
    private final TextEncoding encoding;
    private final Words words;
    private final MailWriter writer;

    /**
     * A composer.
     *
     * @param settings the sender's address, and the URL of links
     * @param encoding the transfer encoding of the plain text
     * @throws dev.rollcall.error.InvalidInputException where the address has no room for a token
     */
    public MailComposer(MailSettings settings, TextEncoding encoding) {
        Addresses.requireRoomForToken(settings.from());
        this.settings = settings;
        this.encoding = encoding;
        words = new Words(Locale.ENGLISH);
        writer = new MailWriter(settings, words);
    }

    /**
     * Makes a mail. The same notification gives the same mail, except for the marks between its parts.
     *
     * @param notification the notification
     * @param properties the settings of the mail session
     * @return the mail
     * @throws MessagingException where the mail library refuses a part
     */
    public MimeMessage compose(Notification notification, Properties properties) throws MessagingException {
        MailContent content = writer.write(notification);
        MimeMessage mail = new NotificationMail(session(notification, properties), messageId(notification));
        mail.setFrom(address(settings.from(), writer.sender(notification)));
        mail.setReplyTo(
                new InternetAddress[] {address(notification.organizer().email(), Names.of(notification.organizer()))});
        mail.setRecipient(Message.RecipientType.TO, address(notification.recipient(), recipientName(notification)));
        mail.setSubject(header(content.subject()), UTF_8);
        mail.setSentDate(Date.from(notification.writtenAt()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        mail.setHeader("Content-Language", words.language());
        MimeMultipart alternatives = alternatives(content);
        Optional<InvitationCalendar> calendar = notification
                .invitation()
                .filter(invitation -> !WITHOUT_CALENDAR.contains(notification.kind()))
                .map((Invitation invitation) -> new InvitationCalendar(notification, invitation, settings.from()));
        if (calendar.isPresent()) {
            mail.setContent(withCalendar(alternatives, calendar.orElseThrow()));
        } else {
            mail.setContent(alternatives);
        }
        mail.saveChanges();
        return mail;
    }

    /** Text first, so that the best that a program knows comes last (RFC 2046 section 5.1.4). */
    private MimeMultipart alternatives(MailContent content) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        byte[] text = TextLayout.of(content).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] html = HtmlLayout.of(content, words.language()).getBytes(StandardCharsets.UTF_8);
        alternatives.addBodyPart(part(text, "text/plain; charset=UTF-8", encoding.of(text)));
        alternatives.addBodyPart(part(html, "text/html; charset=UTF-8", TextEncoding.BASE_64));
        return alternatives;
    }

    /** The calendar twice, as Gmail and Outlook like it: among the alternatives, and as a file for all other programs. */
    private static MimeMultipart withCalendar(MimeMultipart alternatives, InvitationCalendar calendar)
            throws MessagingException {
        byte[] bytes = calendar.write();
        MimeBodyPart inline =
                part(bytes, "text/calendar; method=" + calendar.method() + "; charset=UTF-8", TextEncoding.BASE_64);
        alternatives.addBodyPart(inline);
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(alternatives);
        MimeBodyPart file = part(bytes, "application/ics; name=invite.ics", TextEncoding.BASE_64);
        file.setFileName("invite.ics");
        file.setDisposition(MimeBodyPart.ATTACHMENT);
        return new MimeMultipart("mixed", both, file);
    }

    private static MimeBodyPart part(byte[] content, String type, String encoding) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", encoding);
        return part;
    }

    /** Headers in UTF-8 (RFC 6532) for those alone whose addresses can't be written otherwise. */
    private static Session session(Notification notification, Properties properties) {
        Properties own = new Properties();
        own.putAll(properties);
        boolean international =
                !StandardCharsets.US_ASCII.newEncoder().canEncode(Addresses.written(notification.recipient()))
                        || !StandardCharsets.US_ASCII
                                .newEncoder()
                                .canEncode(Addresses.written(
                                        notification.organizer().email()));
        own.setProperty("mail.mime.allowutf8", Boolean.toString(international));
        return Session.getInstance(own);
    }

    /** A text that a reader could take for an encoded word (RFC 2047). */
    private static String header(String text) {
        return SafeText.line(text).replace("=?", "= ?");
    }

    /** The address of a person with the name; a person whose name is the address has none. */
    private static InternetAddress address(EmailAddress address, String name) throws MessagingException {
        String personal = name.equals(SafeText.line(address.typed())) ? null : header(name);
        try {
            return new InternetAddress(Addresses.written(address), personal, UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("every Java platform has UTF-8", impossible);
        }
    }

    private static String recipientName(Notification notification) {
        return notification
                .invitation()
                .map(invitation -> Names.of(invitation.guest()))
                .orElseGet(() -> Names.of(notification.organizer()));
    }

    private String messageId(Notification notification) {
        return "<" + notification.id().value() + "@" + Addresses.domain(settings.from()) + ">";
    }
}
