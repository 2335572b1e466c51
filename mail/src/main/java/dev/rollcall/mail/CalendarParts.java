package dev.rollcall.mail;

import dev.rollcall.InvalidInputException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the calendars in a mail, however deep its program has put them. What the mail forwards or returns is not looked into.
 * Parts are read as they are, never by what the class path may have for their media type. Not thread-safe.
 */
final class CalendarParts {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_PARTS = 64;

    private final List<String> texts = new ArrayList<>();
    private int parts;

    private CalendarParts() {}

    /** The calendars' texts, in the mail's order. */
    static List<String> of(MimePart mail) throws MessagingException, IOException {
        CalendarParts found = new CalendarParts();
        found.visit(mail, 0);
        return found.texts;
    }

    private void visit(MimePart part, int depth) throws MessagingException, IOException {
        parts++;
        if (depth > MAX_DEPTH || parts > MAX_PARTS) {
            throw new InvalidInputException(
                    "must have at most " + MAX_PARTS + " parts, nested at most " + MAX_DEPTH + " deep");
        }
        if (part.isMimeType("multipart/*")) {
            MimeMultipart children = new MimeMultipart(new MimePartDataSource(part));
            for (int i = 0; i < children.getCount(); i++) {
                if (children.getBodyPart(i) instanceof MimeBodyPart child) {
                    visit(child, depth + 1);
                }
            }
        } else if (isCalendar(part)) {
            texts.add(text(part));
        }
    }

    private static boolean isCalendar(MimePart part) throws MessagingException {
        if (part.isMimeType("text/calendar") || part.isMimeType("application/ics")) {
            return true;
        }
        String name = part.getFileName();
        return name != null && name.toLowerCase(Locale.ROOT).endsWith(".ics");
    }

    private static String text(MimePart part) throws MessagingException, IOException {
        try (InputStream content = new MimePartDataSource(part).getInputStream()) {
            return CalendarText.decode(content.readAllBytes(), charset(part));
        }
    }

    private static Charset charset(MimePart part) throws MessagingException {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name.strip());
        } catch (ParseException | IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
