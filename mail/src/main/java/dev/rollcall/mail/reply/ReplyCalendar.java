package dev.rollcall.mail.reply;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.mail.text.SafeText;
import dev.rollcall.rsvp.answer.Answer;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.util.Strings;

/**
 * What a calendar that replies has in its own properties and in those of its event. The library's parser tells it line by line;
 * its objects are not built, because they would take up the zones that the calendar brings. Not thread-safe.
 */
final class ReplyCalendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** The method of an answer. */
    static final String REPLY = "REPLY";

    /** The method of a proposal of another time. */
    static final String COUNTER = "COUNTER";

    /** The lines that matter to a reply. */
    private static final Pattern NEEDED = Pattern.compile(
            "(?i)(BEGIN|END|METHOD|UID|RECURRENCE-ID|ATTENDEE|ORGANIZER|DTSTAMP|DTSTART|DTEND|SEQUENCE|COMMENT)[;:].*");

    private final List<Property> properties = new ArrayList<>();
    private final List<List<Property>> events = new ArrayList<>();

    private ReplyCalendar() {}

    /** One content line. */
    record Property(String name, Map<String, String> parameters, String value) {

        Optional<String> parameter(String parameter) {
            return Optional.ofNullable(parameters.get(parameter));
        }
    }

    /**
     * Reads a calendar. Where a line is broken, those alone are read that matter to a reply.
     *
     * @throws InvalidInputException where it is none, or is no reply to one event
     */
    static ReplyCalendar parse(String text) {
        ReplyCalendar calendar = read(text)
                .or(() -> read(text.lines()
                        .filter(line -> NEEDED.matcher(line).matches())
                        .collect(Collectors.joining("\r\n", "", "\r\n"))))
                .orElseThrow(() -> new InvalidInputException("must have a calendar in the form of RFC 5545"));
        if (!calendar.isMethod(REPLY) && !calendar.isMethod(COUNTER)) {
            throw new InvalidInputException("must have a calendar with METHOD:REPLY or METHOD:COUNTER");
        }
        calendar.requireOneEvent();
        return calendar;
    }

    private static Optional<ReplyCalendar> read(String text) {
        ReplyCalendar calendar = new ReplyCalendar();
        try {
            new CalendarParserImpl().parse(new StringReader(text), calendar.new Reader());
            return Optional.of(calendar);
        } catch (InvalidInputException understood) {
            throw understood;
        } catch (ParserException | IOException | RuntimeException malformed) {
            // RuntimeException too: the parser has its own for what it did not expect.
            if (malformed.getCause() instanceof InvalidInputException understood) {
                throw understood;
            }
            return Optional.empty();
        }
    }

    /** Whether this is its method. */
    boolean isMethod(String method) {
        return properties.stream()
                .anyMatch(property -> property.name().equals("METHOD")
                        && property.value().strip().equalsIgnoreCase(method));
    }

    /** An event that recurs may have others beside it, which replace one of its recurrences each. */
    private void requireOneEvent() {
        if (events.size() > 1) {
            events.removeIf(
                    event -> event.stream().anyMatch(property -> property.name().equals("RECURRENCE-ID")));
        }
        if (events.size() != 1) {
            throw new InvalidInputException("must reply to one event (VEVENT), not to " + events.size());
        }
    }

    /** Which event it is about. */
    String uid() {
        return Strings.unescape(require("UID").value().strip());
    }

    /** The one property of a name. */
    private Property require(String name) {
        List<Property> found = all(name);
        if (found.size() != 1) {
            throw new InvalidInputException("must have one " + name + " in its calendar, not " + found.size());
        }
        return found.getFirst();
    }

    /** A property that may be missing. */
    Optional<Property> find(String name) {
        return all(name).stream().findFirst();
    }

    /** When the reply was made. */
    Instant stamp() {
        String value = require("DTSTAMP").value().strip();
        try {
            return LocalDateTime.parse(value, UTC).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException malformed) {
            throw new InvalidInputException("must have a DTSTAMP in UTC such as 20310501T180000Z");
        }
    }

    /** Which sequence it replies to. */
    int sequence() {
        try {
            return Integer.parseUnsignedInt(
                    find("SEQUENCE").map(Property::value).orElse("0").strip());
        } catch (NumberFormatException malformed) {
            throw new InvalidInputException("must have a whole number as its SEQUENCE");
        }
    }

    /** What the guest adds. */
    Optional<String> comment() {
        return find("COMMENT")
                .map(property -> Strings.unescape(property.value()))
                .flatMap(ReplyCalendar::commentOf);
    }

    /** A comment as it can be stored; empty where nothing is left. */
    static Optional<String> commentOf(String text) {
        return Optional.of(SafeText.cut(SafeText.lines(text).strip(), Answer.COMMENT.max()))
                .filter(left -> !left.isEmpty());
    }

    /** All properties of a name, of the event. */
    List<Property> all(String name) {
        return events.getFirst().stream()
                .filter(property -> property.name().equals(name))
                .toList();
    }

    /** Takes what the parser tells. */
    private final class Reader implements ContentHandler {

        /** The parser calls itself for each component within another. */
        private static final int MAX_DEPTH = 4;

        private static final int MAX_PROPERTIES = 1_000;

        private final Deque<String> components = new ArrayDeque<>();
        private final Map<String, String> parameters = new HashMap<>();
        private String value = "";
        private int seen;

        @Override
        public void startCalendar() {
            components.clear();
        }

        @Override
        public void endCalendar() {
            components.clear();
        }

        @Override
        public void startComponent(String name) {
            if (components.size() == MAX_DEPTH) {
                throw new InvalidInputException(
                        "must have a calendar of components nested at most " + MAX_DEPTH + " deep");
            }
            components.push(name.toUpperCase(Locale.ROOT));
            if (isInEvent()) {
                events.add(new ArrayList<>());
            }
        }

        @Override
        public void endComponent(String name) {
            components.poll();
        }

        @Override
        public void startProperty(String name) {
            seen++;
            if (seen > MAX_PROPERTIES) {
                throw new InvalidInputException("must have a calendar of at most " + MAX_PROPERTIES + " lines");
            }
            parameters.clear();
            value = "";
        }

        @Override
        public void parameter(String name, String parameter) {
            parameters.put(name.toUpperCase(Locale.ROOT), Strings.unquote(parameter));
        }

        @Override
        public void propertyValue(String text) {
            value = text;
        }

        @Override
        public void endProperty(String name) {
            Property property = new Property(name.toUpperCase(Locale.ROOT), Map.copyOf(parameters), value);
            if (components.isEmpty()) {
                properties.add(property);
            } else if (isInEvent()) {
                events.getLast().add(property);
            }
        }

        private boolean isInEvent() {
            return components.size() == 1 && "VEVENT".equals(components.peek());
        }
    }
}
