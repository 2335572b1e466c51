package dev.rollcall.mail.calendar;

import dev.rollcall.mail.text.SafeText;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;

/** An event as calendars describe it (RFC 5545 section 3.6.1): what is the same for each who has it in theirs. */
public final class EventComponent {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    /** Before this many zones had no offset of whole minutes, and few had rules. */
    private static final int FIRST_YEAR_WITH_ZONES = 1972;

    private final Event event;
    private final EventDetails details;

    /**
     * Describes an event.
     *
     * @param event the event
     */
    public EventComponent(Event event) {
        this.event = event;
        details = event.details();
    }

    /** The description of the event's zone; empty where its times need none. */
    Optional<VTimeZone> zone() {
        return isZoned()
                ? Optional.of(
                        ZoneComponents.of(details.timeZone(), details.startsAt().instant(), event.endsAt()))
                : Optional.empty();
    }

    /**
     * The event without its people.
     *
     * @param now when the description is made (RFC 5545 section 3.8.7.2)
     * @return a new component
     */
    public VEvent describe(Instant now) {
        VEvent component = new VEvent(new PropertyList());
        component.add(new Uid(SafeText.line(event.uid())));
        component.add(new DtStamp(now.truncatedTo(ChronoUnit.SECONDS)));
        component.add(new Created(event.revision().createdAt().truncatedTo(ChronoUnit.SECONDS)));
        component.add(new LastModified(event.updatedAt().truncatedTo(ChronoUnit.SECONDS)));
        component.add(new Sequence(event.sequence()));
        component.add(time("DTSTART", details.startsAt()));
        end().ifPresent(component::add);
        component.add(new Summary(SafeText.line(details.title())));
        details.description()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> component.add(new Description(SafeText.lines(text))));
        details.location()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> component.add(new Location(SafeText.line(text))));
        return component;
    }

    private Optional<Property> end() {
        if (details.allDay()) {
            return Optional.of(date("DTEND", dayAfter()));
        }
        return details.endsAt().map(end -> time("DTEND", end));
    }

    /** The first day that no longer belongs to it. */
    private LocalDate dayAfter() {
        LocalDate first = details.startsAt().local().toLocalDate();
        LocalDate day = details.endsAt().map(EventTime::nextDay).orElse(first);
        return day.isAfter(first) ? day : first.plusDays(1);
    }

    private Property time(String name, EventTime time) {
        if (details.allDay()) {
            return date(name, time.local().toLocalDate());
        }
        if (isZoned()) {
            return property(name, new TzId(details.timeZone().name()), TIME.format(time.local()));
        }
        return new XProperty(name, TIME.format(time.instant().atOffset(ZoneOffset.UTC)) + "Z");
    }

    private static Property date(String name, LocalDate date) {
        return property(name, Value.DATE, DATE.format(date));
    }

    /** The library's own class looks the zone up, for which it registers 1,500 of its own with the whole JVM. */
    private static Property property(String name, Parameter parameter, String value) {
        return new XProperty(name, new ParameterList(List.of(parameter)), value);
    }

    /**
     * Whether local times with the zone's name say when the event is. They do unless the zone's rules have changed, or tell an
     * hour twice.
     *
     * @return true if the component names a zone
     */
    public boolean isZoned() {
        return !details.allDay()
                && details.startsAt().local().getYear() >= FIRST_YEAR_WITH_ZONES
                && !details.timeZone().id().getRules().isFixedOffset()
                && isAsTold(details.startsAt())
                && details.endsAt().map(this::isAsTold).orElse(true);
    }

    private boolean isAsTold(EventTime time) {
        return EventTime.of(time.local(), details.timeZone().id()).equals(time);
    }
}
