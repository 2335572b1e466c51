package dev.rollcall.mail.reply;

import dev.rollcall.mail.reply.ReplyCalendar.Property;
import dev.rollcall.mail.text.SafeText;
import dev.rollcall.mail.text.Words;
import dev.rollcall.rsvp.event.EventTimeText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** The time that a guest proposes, in words for the organizer. Thread-safe. */
final class ProposedTime {

    private static final int MAX_ZONE = 100;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss['Z']", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final Words words;
    private final EventTimeText times;

    ProposedTime(Words words) {
        this.words = words;
        times = words.times();
    }

    /**
     * Describes the time, by the clock that the proposal is written in.
     *
     * @param start {@code DTSTART}
     * @param end {@code DTEND}
     * @return a sentence; it names no time where none can be read
     */
    String describe(Optional<Property> start, Optional<Property> end) {
        return start.flatMap(from -> span(from, end))
                .map(span -> words.say("proposal", span))
                .orElseGet(() -> words.say("proposal.unreadable"));
    }

    private Optional<String> span(Property start, Optional<Property> end) {
        Optional<LocalDate> first = day(start);
        if (first.isPresent()) {
            LocalDate last =
                    end.flatMap(ProposedTime::day).map(day -> day.minusDays(1)).orElse(first.get());
            return Optional.of(times.days(first.get(), last));
        }
        return moment(start).map(from -> {
            String span = times.span(from, end.flatMap(ProposedTime::moment).orElse(from));
            return zone(start).map(zone -> words.say("time.in", span, zone)).orElse(span);
        });
    }

    private static Optional<LocalDate> day(Property property) {
        try {
            return Optional.of(LocalDate.parse(property.value().strip(), DAY));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> moment(Property property) {
        try {
            return Optional.of(LocalDateTime.parse(property.value().strip(), MOMENT));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> zone(Property property) {
        return property.value().strip().endsWith("Z")
                ? Optional.of("UTC")
                : property.parameter("TZID")
                        .map(zone -> SafeText.cut(SafeText.line(zone), MAX_ZONE))
                        .filter(zone -> !zone.isEmpty());
    }
}
