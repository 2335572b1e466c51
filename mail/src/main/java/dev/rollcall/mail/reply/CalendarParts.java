package dev.rollcall.mail.reply;

import dev.rollcall.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the calendars in a mail, however deep its program has put them, each part by itself. What the mail forwards or returns is
 * not looked into. A part is a calendar by its media type, by the name of its file, or because it begins like one. Not
 * thread-safe.
 */
final class CalendarParts {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_PARTS = 64;
    private static final Set<String> TYPES = Set.of("text/calendar", "application/ics", "text/x-vcalendar");
    private static final Pattern BEGINNING = Pattern.compile("(?i)\\s*BEGIN:VCALENDAR\\b");

    private final List<String> texts = new ArrayList<>();
    private int parts;
    private boolean isCutShort;

    private CalendarParts() {}

    /**
     * The calendars' texts, in the mail's order. Parts beyond the bounds are not looked at.
     *
     * @throws InvalidInputException where there are none
     */
    static List<String> of(MailPart mail) {
        CalendarParts found = new CalendarParts();
        found.visit(mail, 0);
        if (found.texts.isEmpty()) {
            throw new InvalidInputException(
                    found.isCutShort
                            ? "must have its calendar among at most " + MAX_PARTS + " parts, nested at most "
                                    + MAX_DEPTH + " deep"
                            : "must have a calendar (text/calendar)");
        }
        return found.texts;
    }

    private void visit(MailPart part, int depth) {
        if (depth > MAX_DEPTH || parts == MAX_PARTS) {
            isCutShort = true;
            return;
        }
        parts++;
        String type = part.mediaType();
        if (type.startsWith("multipart/")) {
            part.parts(MAX_PARTS + 1).forEach(child -> visit(child, depth + 1));
        } else if (!type.startsWith("message/")) {
            String text = CalendarText.decode(part.content(), part.parameter("Content-Type", "charset"));
            if (TYPES.contains(type)
                    || isNamedSo(part)
                    || BEGINNING.matcher(text).lookingAt()) {
                texts.add(text);
            }
        }
    }

    private static boolean isNamedSo(MailPart part) {
        return part.parameter("Content-Disposition", "filename")
                .or(() -> part.parameter("Content-Type", "name"))
                .filter(name -> name.toLowerCase(Locale.ROOT).strip().endsWith(".ics"))
                .isPresent();
    }
}
