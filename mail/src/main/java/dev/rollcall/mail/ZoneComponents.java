package dev.rollcall.mail;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * Time zones as calendars describe them (RFC 5545 section 3.6.5), from the rules of the JDK: those by which the instants of events
 * are reckoned. The library's own rules may be of another year.
 */
final class ZoneComponents {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final int DAYS_OF_WEEK = 7;
    /** From here on a month need not have a fifth of every weekday. */
    private static final int LAST_FULL_WEEK = 22;

    private ZoneComponents() {}

    /** A zone, described for all moments of a span. */
    static VTimeZone of(ZoneId zone, Instant from, Instant to) {
        VTimeZone component = new VTimeZone();
        component.add(new TzId(zone.getId()));
        observances(zone.getRules(), from, to).forEach(component::add);
        return component;
    }

    private static List<Observance> observances(ZoneRules rules, Instant from, Instant to) {
        if (rules.isFixedOffset() || rules.nextTransition(Instant.EPOCH) == null) {
            ZoneOffset offset = rules.getOffset(from);
            return List.of(observance(false, EPOCH, offset, offset));
        }
        return yearly(rules, from).orElseGet(() -> single(rules, from, to));
    }

    /** Every year alike, where such rules hold already a year before the span. */
    private static Optional<List<Observance>> yearly(ZoneRules rules, Instant from) {
        int year = from.atOffset(ZoneOffset.UTC).getYear() - 2;
        List<ZoneOffsetTransition> past = rules.getTransitions();
        boolean holds = past.isEmpty() || past.getLast().getDateTimeBefore().getYear() < year;
        if (rules.getTransitionRules().isEmpty() || !holds) {
            return Optional.empty();
        }
        List<Observance> found = new ArrayList<>();
        for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
            ZoneOffsetTransition first = rule.createTransition(year);
            Optional<String> recurrence = recurrence(rule, first);
            if (recurrence.isEmpty()) {
                return Optional.empty();
            }
            Observance observance = observance(rules, first);
            observance.add(new RRule<>(recurrence.orElseThrow()));
            found.add(observance);
        }
        return Optional.of(found);
    }

    /** A rule as RFC 5545 writes it; empty where it has no such form. */
    private static Optional<String> recurrence(ZoneOffsetTransitionRule rule, ZoneOffsetTransition first) {
        DayOfWeek weekday = rule.getDayOfWeek();
        LocalDateTime start = first.getDateTimeBefore();
        // A rule may tell the time in UTC, so that the day on the wall is another.
        if (weekday == null || start.getDayOfWeek() != weekday || start.getMonth() != rule.getMonth()) {
            return Optional.empty();
        }
        int day = rule.getDayOfMonthIndicator();
        boolean nth = day > 0 && day <= LAST_FULL_WEEK && day % DAYS_OF_WEEK == 1;
        if (!nth && day != -1) {
            return Optional.empty();
        }
        int week = nth ? day / DAYS_OF_WEEK + 1 : -1;
        return Optional.of("FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + ";BYDAY=" + week
                + weekday.name().substring(0, 2));
    }

    /** Each change of the clocks by itself: two before the span, all within, one after. */
    private static List<Observance> single(ZoneRules rules, Instant from, Instant to) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition before = rules.previousTransition(from.plusNanos(1));
        for (int i = 0; i < 2 && before != null; i++) {
            changes.add(before);
            before = rules.previousTransition(before.getInstant());
        }
        Collections.reverse(changes);
        ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null) {
            changes.add(next);
            next = next.getInstant().isAfter(to) ? null : rules.nextTransition(next.getInstant());
        }
        return changes.stream().map(change -> observance(rules, change)).toList();
    }

    private static Observance observance(ZoneRules rules, ZoneOffsetTransition change) {
        return observance(
                rules.isDaylightSavings(change.getInstant()),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter());
    }

    private static Observance observance(boolean daylight, LocalDateTime start, ZoneOffset before, ZoneOffset after) {
        Observance observance = daylight ? new Daylight() : new Standard();
        observance.add(new DtStart<>(start));
        observance.add(new TzOffsetFrom(before));
        observance.add(new TzOffsetTo(after));
        return observance;
    }
}
