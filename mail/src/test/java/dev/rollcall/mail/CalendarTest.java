package dev.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attendee;
import dev.rollcall.InvalidInputException;
import dev.rollcall.rsvp.Answer;
import dev.rollcall.rsvp.CalendarEntry;
import dev.rollcall.rsvp.EmailAddress;
import dev.rollcall.rsvp.EventStatus;
import dev.rollcall.rsvp.EventTime;
import dev.rollcall.rsvp.EventZone;
import dev.rollcall.rsvp.LetterKind;
import dev.rollcall.rsvp.MailSettings;
import dev.rollcall.rsvp.Response;
import dev.rollcall.rsvp.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the calendars with a library that did not write them. */
final class CalendarTest {

    private static final String REPLIES = "mailto:rsvp+" + Letters.REPLY.value() + "@example.com";

    @Test
    void anInvitationShouldAskTheGuest() {
        ICalendar calendar = read(Letters.plain(), LetterKind.INVITATION);
        VEvent event = onlyEvent(calendar);

        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(event.getUid().getValue()).isEqualTo(Letters.UID);
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getStatus().isConfirmed()).isTrue();
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(Instant.parse("2031-04-01T08:30:15Z"));
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2031-05-03T16:00:00Z"));
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2031-05-03T20:00:00Z"));
        assertThat(event.getSummary().getValue()).isEqualTo("Summer party");
        assertThat(event.getDescription().getValue()).isEqualTo("Bring a salad, or a cake.\nThe garden gate is open.");
        assertThat(event.getLocation().getValue()).isEqualTo("Garden of the Old Mill, Mill Lane 3");
        assertThat(event.getOrganizer().getCommonName()).isEqualTo("Ann Host");
        Attendee guest = event.getAttendees().getFirst();
        assertThat(event.getAttendees()).hasSize(1);
        assertThat(guest.getEmail()).isEqualTo("bea@example.org");
        assertThat(guest.getCommonName()).isEqualTo("Bea Guest");
        assertThat(guest.getRsvp()).isTrue();
        assertThat(guest.getParticipationStatus().getValue()).isEqualTo("NEEDS-ACTION");
        assertThat(unfolded(Letters.plain(), LetterKind.INVITATION))
                .contains("ORGANIZER;CN=Ann Host:" + REPLIES, "ROLE=REQ-PARTICIPANT");
    }

    @ParameterizedTest
    @CsvSource({
        "INVITATION,REQUEST,CONFIRMED",
        "CHANGED,REQUEST,CONFIRMED",
        "PROMOTED,REQUEST,CONFIRMED",
        "CANCELLED,CANCEL,CANCELLED",
        "WITHDRAWN,CANCEL,CANCELLED",
    })
    void everyKindShouldKeepUidAndOrganizer(LetterKind kind, String method, String status) {
        ICalendar calendar = read(Letters.plain().moved(3), kind);
        VEvent event = onlyEvent(calendar);

        assertThat(calendar.getMethod().getValue()).isEqualTo(method);
        assertThat(event.getStatus().getValue()).isEqualTo(status);
        assertThat(event.getUid().getValue()).isEqualTo(Letters.UID);
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(unfolded(Letters.plain(), kind)).contains(REPLIES);
    }

    @Test
    void anAnswerShouldBeShownUntilTheEventMoves() {
        Letters coming = Letters.accepted(2, Standing.CONFIRMED);

        assertThat(participation(coming)).isEqualTo("ACCEPTED");
        assertThat(participation(coming.moved(1))).isEqualTo("NEEDS-ACTION");
        assertThat(participation(
                        Letters.plain().answering(new Answer(Response.DECLINED, 0, Optional.empty()), Standing.NONE)))
                .isEqualTo("DECLINED");
        assertThat(onlyEvent(read(Letters.accepted(1, Standing.WAITLISTED), LetterKind.INVITATION))
                        .getStatus()
                        .isTentative())
                .isTrue();
    }

    @Test
    void wholeDaysShouldEndBeforeTheirEnd() {
        Letters days = Letters.plain().at("2031-05-03T00:00", Optional.of("2031-05-05T00:00"), "Europe/Berlin", true);
        assertThat(unfolded(days, LetterKind.INVITATION))
                .contains("DTSTART;VALUE=DATE:20310503", "DTEND;VALUE=DATE:20310505")
                .doesNotContain("VTIMEZONE");

        Letters evening =
                Letters.plain().at("2031-05-03T10:00", Optional.of("2031-05-03T23:59"), "Europe/Berlin", true);
        assertThat(unfolded(evening, LetterKind.INVITATION)).contains("DTEND;VALUE=DATE:20310504");

        Letters one = Letters.plain().at("2031-05-03T00:00", Optional.empty(), "Europe/Berlin", true);
        assertThat(unfolded(one, LetterKind.INVITATION)).contains("DTEND;VALUE=DATE:20310504");
        VEvent event = onlyEvent(read(one, LetterKind.INVITATION));
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
                            Letters.plain().at(from.toString(), Optional.of(to.toString()), zone, false),
                            LetterKind.INVITATION));
                    ZoneId place = ZoneId.of(zone);
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
        Letters apia = Letters.plain().at("2011-12-24T18:00", Optional.of("2012-01-02T18:00"), "Pacific/Apia", false);
        assertThat(unfolded(apia, LetterKind.INVITATION))
                .doesNotContain("RRULE")
                .containsSubsequence(
                        "BEGIN:STANDARD\r\nDTSTART:20110402T040000\r\nTZOFFSETFROM:-1000\r\nTZOFFSETTO:-1100",
                        "BEGIN:DAYLIGHT\r\nDTSTART:20110924T030000\r\nTZOFFSETFROM:-1100\r\nTZOFFSETTO:-1000",
                        "BEGIN:DAYLIGHT\r\nDTSTART:20111230T000000\r\nTZOFFSETFROM:-1000\r\nTZOFFSETTO:+1400");
    }

    @Test
    void aZoneShouldBeDescribedByItsYearlyRules() {
        assertThat(unfolded(Letters.plain(), LetterKind.INVITATION))
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
        var event = Letters.plain().event(EventStatus.SCHEDULED);
        var details = event.details();
        var twice = new dev.rollcall.rsvp.EventDetails(
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
                new dev.rollcall.rsvp.Event(
                        event.id(), twice, event.uid(), 0, event.counts(), event.updatedAt(), event.revision()),
                Letters.plain().organizer(),
                Optional.empty());
        assertThat(published(List.of(entry)))
                .contains("DTSTART:20311026T013000Z")
                .doesNotContain("VTIMEZONE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nBEGIN:VEVENT\r\nUID:evil",
                "x\nATTENDEE:mailto:evil@example.org",
                "x\rEND:VCALENDAR\rBEGIN:VCALENDAR",
                "x\u2028BEGIN:VEVENT\u0085UID:evil",
                "a;b,c\\n\\,\"q\":x ^n ^' %0A",
                "<script>alert(1)</script> =HYPERLINK(\"http://evil\")",
                "\u202Egnp.exe \u2066x 😀👩‍👩‍👧‍👦 \ud800 \u0000",
            })
    void textsShouldStayTexts(String text) {
        Letters hostile = Letters.plain().titled("t").to("n", "bea@example.org");
        var letter = hostile.of(LetterKind.INVITATION);
        String clean = SafeText.line(text);
        var component = new EventComponent(letter.event()).describe(Letters.NOW);
        component.removeAll("SUMMARY");
        component.add(new net.fortuna.ical4j.model.property.Summary(SafeText.line(text)));
        component.add(Calendars.organizer(text, "rsvp@example.com"));
        component.removeAll("DESCRIPTION");
        component.add(new net.fortuna.ical4j.model.property.Description(SafeText.lines(text)));
        var calendar = Calendars.empty(new net.fortuna.ical4j.model.property.Method("REQUEST"));
        calendar.add(component);

        VEvent event = onlyEvent(parsed(Calendars.written(calendar)));
        assertThat(event.getSummary().getValue()).isEqualTo(clean);
        assertThat(event.getDescription().getValue()).isEqualTo(SafeText.lines(text));
        assertThat(event.getUid().getValue()).isEqualTo(Letters.UID);
        assertThat(event.getAttendees()).isEmpty();
        assertThat(event.getOrganizer().getCommonName()).isEqualTo(clean.replace('"', '\''));
    }

    @Test
    void everyAddressShouldComeBackAsItIs() {
        for (String address : List.of(
                "o'hara+x@example.org", "a%b{c}@example.org", "jürgen@bücher.example", "a&b=c?d#e/f@example.org")) {
            VEvent event = onlyEvent(read(Letters.plain().to("x", address), LetterKind.INVITATION));
            String uri = event.getAttendees().getFirst().getUri() == null
                    ? "mailto:" + event.getAttendees().getFirst().getEmail()
                    : event.getAttendees().getFirst().getUri();
            byte[] reply = Replies.to(uri);
            assertThat(new IcalendarFormat().read(reply).attendee().key()).isEqualTo(new EmailAddress(address).key());
        }
    }

    @Test
    void aFeedShouldListNobody() {
        Letters letters = Letters.plain();
        CalendarEntry own = new CalendarEntry(
                letters.event(EventStatus.SCHEDULED), letters.organizer(), Optional.of(letters.invitation()));
        CalendarEntry open =
                new CalendarEntry(letters.event(EventStatus.CANCELLED), letters.organizer(), Optional.empty());
        String text = published(List.of(own, open));

        assertThat(text)
                .contains("METHOD:PUBLISH", "X-WR-CALNAME:Ann's\\, events", "REFRESH-INTERVAL;VALUE=DURATION:PT1H")
                .contains("STATUS:TENTATIVE", "STATUS:CANCELLED")
                .doesNotContain("ATTENDEE", "bea@example.org", Letters.REPLY.value());
        ICalendar calendar = Biweekly.parse(text).first();
        assertThat(calendar.getEvents()).hasSize(2);
        assertThat(text.split("BEGIN:VTIMEZONE", -1)).hasSize(2);
    }

    @Test
    void anEmptyFeedShouldBeACalendar() {
        assertThat(Biweekly.parse(published(List.of())).first().getEvents()).isEmpty();
    }

    @Test
    void writingShouldLeaveTheZonesOfTheJvmAlone() {
        Set<String> before = ZoneId.getAvailableZoneIds();
        read(Letters.plain(), LetterKind.INVITATION);
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

    @Test
    void aFromAddressWithoutRoomForTheTokenShouldBeRefused() {
        MailSettings settings =
                new MailSettings("file:x", new EmailAddress("invitations@example.org"), "https://example.org");
        new LetterComposer(settings, TextEncoding.SEVEN_BIT);
        MailSettings longer =
                new MailSettings("file:x", new EmailAddress("invitations1@example.org"), "https://example.org");
        assertThatThrownBy(() -> new LetterComposer(longer, TextEncoding.SEVEN_BIT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ROLLCALL_MAIL_FROM: must have at most 11 characters before its @, not 12");
    }

    private static String participation(Letters letters) {
        return onlyEvent(read(letters, LetterKind.CHANGED))
                .getAttendees()
                .getFirst()
                .getParticipationStatus()
                .getValue();
    }

    private static String published(List<CalendarEntry> entries) {
        return new String(
                        new IcalendarFormat().publish("Ann's,\r\nevents", entries, Letters.NOW), StandardCharsets.UTF_8)
                .replace("\r\n ", "");
    }

    private static byte[] written(Letters letters, LetterKind kind) {
        return new InvitationCalendar(letters.of(kind), letters.invitation(), new EmailAddress("rsvp@example.com"))
                .write();
    }

    private static String unfolded(Letters letters, LetterKind kind) {
        return new String(written(letters, kind), StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private static ICalendar read(Letters letters, LetterKind kind) {
        return parsed(written(letters, kind));
    }

    private static ICalendar parsed(byte[] bytes) {
        List<ICalendar> found =
                Biweekly.parse(new String(bytes, StandardCharsets.UTF_8)).all();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static VEvent onlyEvent(ICalendar calendar) {
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().getFirst();
    }
}
