package dev.rollcall.mail.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.rollcall.mail.IcalendarFormat;
import dev.rollcall.mail.Notifications;
import dev.rollcall.rsvp.notification.CalendarEntry;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.user.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads calendars with a library that did not write them. */
final class CalendarReader {

    private CalendarReader() {}

    static String published(List<CalendarEntry> entries) {
        return new String(
                        new IcalendarFormat().publish("Ann's,\r\nevents", entries, Notifications.NOW),
                        StandardCharsets.UTF_8)
                .replace("\r\n ", "");
    }

    static String unfolded(Notifications notifications, NotificationKind kind) {
        return new String(written(notifications, kind), StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    static ICalendar read(Notifications notifications, NotificationKind kind) {
        return parsed(written(notifications, kind));
    }

    static ICalendar parsed(byte[] bytes) {
        List<ICalendar> found =
                Biweekly.parse(new String(bytes, StandardCharsets.UTF_8)).all();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    static VEvent onlyEvent(ICalendar calendar) {
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().getFirst();
    }

    private static byte[] written(Notifications notifications, NotificationKind kind) {
        return new InvitationCalendar(
                        notifications.of(kind), notifications.invitation(), new EmailAddress("rsvp@example.com"))
                .write();
    }
}
