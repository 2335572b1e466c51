package dev.rollcall.mail.calendar;

import dev.rollcall.mail.text.Addresses;
import dev.rollcall.mail.text.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** The parts that all calendars have in common. */
public final class Calendars {

    private Calendars() {}

    /**
     * A calendar with nothing in it.
     *
     * @param method the method of the calendar (RFC 5546)
     * @return a new calendar
     */
    public static Calendar empty(Method method) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Rollcall//Rollcall//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        return calendar;
    }

    /**
     * An organizer who is reached at an address.
     *
     * @param name the organizer's name
     * @param address the address for replies
     * @return the property
     */
    public static Organizer organizer(String name, String address) {
        return new Organizer(new ParameterList().add(name(name)), Addresses.mailto(address));
    }

    /** A name. Not every program knows the escape of a quotation mark in it (RFC 6868). */
    static Cn name(String name) {
        return new Cn(SafeText.line(name).replace('"', '\''));
    }

    /**
     * A calendar in UTF-8.
     *
     * @param calendar the calendar
     * @return its bytes
     */
    public static byte[] written(Calendar calendar) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            // Its own validation would look zones up; the tests read what is written with another library.
            new CalendarOutputter(false).output(calendar, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
