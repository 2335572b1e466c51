package dev.rollcall.mail.calendar;

import dev.rollcall.rsvp.event.EventZone;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
public final class ZoneComponents {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final int DAYS_OF_WEEK = 7;

    private ZoneComponents() {}

    /**
     * Describes a zone for all moments of a span.
     *
     * @param zone the zone
     * @param from the first moment
     * @param to the last moment
     * @return the component
     */
    public static VTimeZone of(EventZone zone, Instant from, Instant to) {
        VTimeZone component = new VTimeZone();
        component.add(new TzId(zone.name()));
        observances(zone.id().getRules(), from, to).forEach(component::add);
        return component;
    }

    private static List<Observance> observances(ZoneRules rules, Instant from, Instant to) {
        if (rules.isFixedOffset() || rules.nextTransition(Instant.EPOCH) == null) {
            ZoneOffset offset = rules.getOffset(from);
            return List.of(observance(false, EPOCH, offset, offset));
        }
        return yearly(rules, from, to).orElseGet(() -> single(rules, from, to));
    }

    /** Every year alike, where the zone's yearly rules tell all changes of the span and of a year before it. */
    private static Optional<List<Observance>> yearly(ZoneRules rules, Instant from, Instant to) {
        int year = from.atOffset(ZoneOffset.UTC).getYear() - 2;
        int last = to.atOffset(ZoneOffset.UTC).getYear() + 1;
        boolean holds = !rules.getTransitionRules().isEmpty()
                && IntStream.rangeClosed(year, last).allMatch(each -> isAsRuled(rules, each));
        if (!holds) {
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

    /** Whether a year's changes of the clocks are those of the yearly rules; the JDK keeps some of these years apart. */
    private static boolean isAsRuled(ZoneRules rules, int year) {
        List<ZoneOffsetTransition> ruled = rules.getTransitionRules().stream()
                .map(rule -> rule.createTransition(year))
                .sorted()
                .toList();
        Instant at =
                LocalDateTime.of(year, 1, 1, 0, 0).toInstant(ZoneOffset.MAX).minusNanos(1);
        for (ZoneOffsetTransition expected : ruled) {
            ZoneOffsetTransition next = rules.nextTransition(at);
            if (!expected.equals(next)) {
                return false;
            }
            at = next.getInstant();
        }
        return true;
    }

    /** A rule as RFC 5545 writes it; empty where it has no such form. */
    private static Optional<String> recurrence(ZoneOffsetTransitionRule rule, ZoneOffsetTransition first) {
        DayOfWeek weekday = rule.getDayOfWeek();
        LocalDateTime start = first.getDateTimeBefore();
        // A rule may tell the time in UTC, so that the day on the wall is another.
        if (weekday == null || start.getDayOfWeek() != weekday || start.getMonth() != rule.getMonth()) {
            return Optional.empty();
        }
        String every = "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + ";BYDAY=";
        String name = weekday.name().substring(0, 2);
        int day = rule.getDayOfMonthIndicator();
        // The JDK writes the last Sunday of a month of 31 days as the first from the 25th on.
        if (day == -1 || (day == rule.getMonth().minLength() - DAYS_OF_WEEK + 1 && rule.getMonth() != Month.FEBRUARY)) {
            return Optional.of(every + "-1" + name);
        }
        if (day < 1 || day > rule.getMonth().minLength() - DAYS_OF_WEEK) {
            return Optional.empty();
        }
        if (day % DAYS_OF_WEEK == 1) {
            return Optional.of(every + (day / DAYS_OF_WEEK + 1) + name);
        }
        String days = IntStream.range(day, day + DAYS_OF_WEEK)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
        return Optional.of(every + name + ";BYMONTHDAY=" + days);
    }

    /** Each change of the clocks by itself: two before the span, all within, one after. */
    private static List<Observance> single(ZoneRules rules, Instant from, Instant to) {
        List<Observance> found = new ArrayList<>();
        ZoneOffsetTransition change = rules.previousTransition(from.plusNanos(1));
        for (int i = 0; i < 2 && change != null && change.getInstant().isAfter(Instant.EPOCH); i++) {
            found.add(observance(rules, change));
            change = rules.previousTransition(change.getInstant());
        }
        if (found.isEmpty()) {
            ZoneOffset offset = rules.getOffset(from);
            found.add(observance(false, EPOCH, offset, offset));
        }
        Collections.reverse(found);
        change = rules.nextTransition(from);
        while (change != null) {
            found.add(observance(rules, change));
            change = change.getInstant().isAfter(to) ? null : rules.nextTransition(change.getInstant());
        }
        return found;
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
