package dev.rollcall.mail.calendar;

import static dev.rollcall.mail.calendar.CalendarReader.onlyEvent;
import static dev.rollcall.mail.calendar.CalendarReader.published;
import static dev.rollcall.mail.calendar.CalendarReader.read;
import static dev.rollcall.mail.calendar.CalendarReader.unfolded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.component.VEvent;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.mail.IcalendarFormat;
import dev.rollcall.mail.Notifications;
import dev.rollcall.mail.reply.Replies;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.notification.CalendarEntry;
import dev.rollcall.rsvp.outbox.NotificationKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the times of calendars are understood in every zone. */
final class CalendarZoneTest {

    @Test
    void wholeDaysShouldEndBeforeTheirEnd() {
        Notifications days =
                Notifications.plain().at("2031-05-03T00:00", Optional.of("2031-05-05T00:00"), "Europe/Berlin", true);
        assertThat(unfolded(days, NotificationKind.INVITATION))
                .contains("DTSTART;VALUE=DATE:20310503", "DTEND;VALUE=DATE:20310505")
                .doesNotContain("VTIMEZONE");

        Notifications evening =
                Notifications.plain().at("2031-05-03T10:00", Optional.of("2031-05-03T23:59"), "Europe/Berlin", true);
        assertThat(unfolded(evening, NotificationKind.INVITATION)).contains("DTEND;VALUE=DATE:20310504");

        Notifications one = Notifications.plain().at("2031-05-03T00:00", Optional.empty(), "Europe/Berlin", true);
        assertThat(unfolded(one, NotificationKind.INVITATION)).contains("DTEND;VALUE=DATE:20310504");
        VEvent event = onlyEvent(read(one, NotificationKind.INVITATION));
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
    }

    /**
     * Zones with yearly rules of each form, with rules that ended, with none, with a negative saving, with hand-kept tables. The
     * reader misplaces some hours of Lord Howe, Apia and Chatham, of which the test below holds one to its text.
     */
    static Stream<String> zones() {
        return Stream.of(
                "Europe/Berlin",
                "Europe/Dublin",
                "America/New_York",
                "America/Santiago",
                "Asia/Kolkata",
                "Asia/Tokyo",
                "Asia/Jerusalem",
                "Asia/Gaza",
                "Africa/Casablanca",
                "Africa/Cairo",
                "Europe/Istanbul",
                "America/Nuuk",
                "Etc/GMT+5",
                "EST",
                "ROC",
                "UTC");
    }

    @ParameterizedTest
    @MethodSource("zones")
    void everyMonthShouldBeUnderstoodInEveryZone(String zone) {
        for (int year : new int[] {1973, 1999, 2011, 2026, 2031, 2050}) {
            for (int month = 1; month <= 12; month++) {
                for (int day : new int[] {1, 8, 15, 22, 28}) {
                    // The reader takes the hours of an afternoon on the very day of a change for those of the morning.
                    LocalDateTime from = LocalDateTime.of(year, month, day, 9, 30);
                    LocalDateTime to = from.plusDays(9);
                    VEvent event = onlyEvent(read(
                            Notifications.plain().at(from.toString(), Optional.of(to.toString()), zone, false),
                            NotificationKind.INVITATION));
                    ZoneId place = EventZone.of(zone).id();
                    assertThat(event.getDateStart().getValue().toInstant())
                            .as("start %s in %s", from, zone)
                            .isEqualTo(EventTime.of(from, place).instant());
                    assertThat(event.getDateEnd().getValue().toInstant())
                            .as("end %s in %s", to, zone)
                            .isEqualTo(EventTime.of(to, place).instant());
                }
            }
        }
    }

    @Test
    void aZoneThatLeapsOverADayShouldBeDescribedChangeByChange() {
        Notifications apia =
                Notifications.plain().at("2011-12-24T18:00", Optional.of("2012-01-02T18:00"), "Pacific/Apia", false);
        assertThat(unfolded(apia, NotificationKind.INVITATION))
                .doesNotContain("RRULE")
                .containsSubsequence(
                        "BEGIN:STANDARD\r\nDTSTART:20110402T040000\r\nTZOFFSETFROM:-1000\r\nTZOFFSETTO:-1100",
                        "BEGIN:DAYLIGHT\r\nDTSTART:20110924T030000\r\nTZOFFSETFROM:-1100\r\nTZOFFSETTO:-1000",
                        "BEGIN:DAYLIGHT\r\nDTSTART:20111230T000000\r\nTZOFFSETFROM:-1000\r\nTZOFFSETTO:+1400");
    }

    @Test
    void aZoneShouldBeDescribedByItsYearlyRules() {
        assertThat(unfolded(Notifications.plain(), NotificationKind.INVITATION))
                .contains(
                        "TZID:Europe/Berlin",
                        "DTSTART;TZID=Europe/Berlin:20310503T180000",
                        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");
    }

    @Test
    void theSecondOfTwoEqualHoursShouldBeToldInUtc() {
        EventTime second = EventTime.of(Instant.parse("2031-10-26T01:30:00Z"), ZoneId.of("Europe/Berlin"));
        assertThat(second.local()).isEqualTo(LocalDateTime.parse("2031-10-26T02:30"));
        var event = Notifications.plain().event(EventStatus.SCHEDULED);
        var details = event.details();
        var twice = new dev.rollcall.rsvp.event.EventDetails(
                details.title(),
                details.description(),
                details.location(),
                details.organizerId(),
                second,
                Optional.empty(),
                details.timeZone(),
                false,
                details.capacity(),
                details.waitlist(),
                details.partyLimit(),
                details.rsvpDeadline(),
                details.status());
        var entry = new CalendarEntry(
                new dev.rollcall.rsvp.event.Event(
                        event.id(), twice, event.uid(), 0, event.counts(), event.updatedAt(), event.revision()),
                Notifications.plain().organizer(),
                Optional.empty());
        assertThat(published(List.of(entry)))
                .contains("DTSTART:20311026T013000Z")
                .doesNotContain("VTIMEZONE");
    }

    @Test
    void writingShouldLeaveTheZonesOfTheJvmAlone() {
        Set<String> before = ZoneId.getAvailableZoneIds();
        read(Notifications.plain(), NotificationKind.INVITATION);
        new IcalendarFormat().read(Replies.google());
        assertThat(ZoneId.getAvailableZoneIds()).isEqualTo(before);
    }

    @Test
    void zonesOfALibraryShouldNotBeThoseOfEvents() {
        ZoneId.getAvailableZoneIds().stream()
                .filter(name -> name.startsWith("ical4j"))
                .limit(3)
                .forEach(
                        name -> assertThatThrownBy(() -> EventZone.of(name)).isInstanceOf(InvalidInputException.class));
    }
}
