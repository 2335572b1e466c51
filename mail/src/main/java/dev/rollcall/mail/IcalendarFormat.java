package dev.rollcall.mail;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.mail.calendar.Calendars;
import dev.rollcall.mail.calendar.EventComponent;
import dev.rollcall.mail.calendar.ZoneComponents;
import dev.rollcall.mail.reply.ReplyMail;
import dev.rollcall.mail.text.Addresses;
import dev.rollcall.mail.text.Names;
import dev.rollcall.mail.text.SafeText;
import dev.rollcall.rsvp.answer.CalendarReply;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.notification.CalendarEntry;
import dev.rollcall.rsvp.notification.CalendarFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.XProperty;

/** Calendars by ical4j. Thread-safe. */
public final class IcalendarFormat implements CalendarFormat {

    private static final String REFRESH = "PT1H";
    private static final int MAX_OCTETS = 1 << 20;

    /** Makes a format. */
    public IcalendarFormat() {}

    /**
     * {@inheritDoc}
     *
     * <p>It lists nobody but, to a guest, the organizer.
     */
    @Override
    public byte[] publish(String name, List<CalendarEntry> entries, Instant now) {
        Calendar calendar = Calendars.empty(new Method("PUBLISH"));
        calendar.add(new XProperty("X-WR-CALNAME", SafeText.line(name)));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH));
        zones(entries).values().forEach(calendar::add);
        entries.forEach(entry -> calendar.add(component(entry, now)));
        return Calendars.written(calendar);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The mail has at most 1 MiB. The token is looked for in the addresses that it was sent to, then in the organizer's.
     */
    @Override
    public CalendarReply read(byte[] message) {
        if (message.length > MAX_OCTETS) {
            throw new InvalidInputException("must have at most " + MAX_OCTETS + " bytes");
        }
        return ReplyMail.read(message);
    }

    /** Each zone once, described for the span of all events in it. */
    private static Map<String, VTimeZone> zones(List<CalendarEntry> entries) {
        Map<String, List<CalendarEntry>> byZone = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> new EventComponent(entry.event()).isZoned())
                .forEach(entry -> byZone.computeIfAbsent(
                                entry.event().details().timeZone().name(), id -> new ArrayList<>())
                        .add(entry));
        Map<String, VTimeZone> zones = new LinkedHashMap<>();
        byZone.forEach((id, members) -> zones.put(
                id,
                ZoneComponents.of(
                        members.getFirst().event().details().timeZone(),
                        members.stream()
                                .map(entry -> entry.event().details().startsAt().instant())
                                .min(Instant::compareTo)
                                .orElseThrow(),
                        members.stream()
                                .map(entry -> entry.event().endsAt())
                                .max(Instant::compareTo)
                                .orElseThrow())));
        return zones;
    }

    private static VEvent component(CalendarEntry entry, Instant now) {
        VEvent component = new EventComponent(entry.event()).describe(now);
        boolean cancelled = entry.event().details().status() == EventStatus.CANCELLED
                || entry.invitation().filter(Invitation::isWithdrawn).isPresent();
        boolean sure = entry.invitation()
                .map(invitation -> invitation.standing() == Standing.CONFIRMED)
                .orElse(true);
        component.add(new Status(cancelled ? "CANCELLED" : sure ? "CONFIRMED" : "TENTATIVE"));
        component.add(new Transp(sure && !cancelled ? "OPAQUE" : "TRANSPARENT"));
        if (entry.invitation().isPresent()) {
            component.add(Calendars.organizer(
                    Names.of(entry.organizer()),
                    Addresses.written(entry.organizer().email())));
        }
        return component;
    }
}
