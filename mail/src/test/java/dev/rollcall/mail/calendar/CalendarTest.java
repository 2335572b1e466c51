package dev.rollcall.mail.calendar;

import static dev.rollcall.mail.calendar.CalendarReader.onlyEvent;
import static dev.rollcall.mail.calendar.CalendarReader.parsed;
import static dev.rollcall.mail.calendar.CalendarReader.published;
import static dev.rollcall.mail.calendar.CalendarReader.read;
import static dev.rollcall.mail.calendar.CalendarReader.unfolded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attendee;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.mail.IcalendarFormat;
import dev.rollcall.mail.Notifications;
import dev.rollcall.mail.message.MailComposer;
import dev.rollcall.mail.message.TextEncoding;
import dev.rollcall.mail.reply.Replies;
import dev.rollcall.mail.text.SafeText;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.notification.CalendarEntry;
import dev.rollcall.rsvp.notification.MailSettings;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.user.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calendars say of events and guests. */
final class CalendarTest {

    private static final String REPLIES = "mailto:rsvp+" + Notifications.REPLY.value() + "@example.com";

    @Test
    void anInvitationShouldAskTheGuest() {
        ICalendar calendar = read(Notifications.plain(), NotificationKind.INVITATION);
        VEvent event = onlyEvent(calendar);

        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(event.getUid().getValue()).isEqualTo(Notifications.UID);
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
        assertThat(unfolded(Notifications.plain(), NotificationKind.INVITATION))
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
    void everyKindShouldKeepUidAndOrganizer(NotificationKind kind, String method, String status) {
        ICalendar calendar = read(Notifications.plain().moved(3), kind);
        VEvent event = onlyEvent(calendar);

        assertThat(calendar.getMethod().getValue()).isEqualTo(method);
        assertThat(event.getStatus().getValue()).isEqualTo(status);
        assertThat(event.getUid().getValue()).isEqualTo(Notifications.UID);
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(unfolded(Notifications.plain(), kind)).contains(REPLIES);
    }

    @Test
    void anAnswerShouldBeShownUntilTheEventMoves() {
        Notifications coming = Notifications.accepted(2, Standing.CONFIRMED);

        assertThat(participation(coming)).isEqualTo("ACCEPTED");
        assertThat(participation(coming.moved(1))).isEqualTo("NEEDS-ACTION");
        assertThat(participation(Notifications.plain()
                        .answering(new Answer(ParticipationStatus.DECLINED, 0, Optional.empty()), Standing.NONE)))
                .isEqualTo("DECLINED");
        assertThat(onlyEvent(read(Notifications.accepted(1, Standing.WAITLISTED), NotificationKind.INVITATION))
                        .getStatus()
                        .isTentative())
                .isTrue();
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
        Notifications hostile = Notifications.plain().titled("t").to("n", "bea@example.org");
        var notification = hostile.of(NotificationKind.INVITATION);
        String clean = SafeText.line(text);
        var component = new EventComponent(notification.event()).describe(Notifications.NOW);
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
        assertThat(event.getUid().getValue()).isEqualTo(Notifications.UID);
        assertThat(event.getAttendees()).isEmpty();
        assertThat(event.getOrganizer().getCommonName()).isEqualTo(clean.replace('"', '\''));
    }

    @Test
    void everyAddressShouldComeBackAsItIs() {
        for (String address : List.of(
                "o'hara+x@example.org", "a%b{c}@example.org", "jürgen@bücher.example", "a&b=c?d#e/f@example.org")) {
            VEvent event = onlyEvent(read(Notifications.plain().to("x", address), NotificationKind.INVITATION));
            String uri = event.getAttendees().getFirst().getUri() == null
                    ? "mailto:" + event.getAttendees().getFirst().getEmail()
                    : event.getAttendees().getFirst().getUri();
            byte[] reply = Replies.to(uri);
            assertThat(new IcalendarFormat()
                            .read(reply)
                            .request(new EmailAddress(address))
                            .response())
                    .isPresent();
        }
    }

    @Test
    void aFeedShouldListNobody() {
        Notifications notifications = Notifications.plain();
        CalendarEntry own = new CalendarEntry(
                notifications.event(EventStatus.SCHEDULED),
                notifications.organizer(),
                Optional.of(notifications.invitation()));
        CalendarEntry open = new CalendarEntry(
                notifications.event(EventStatus.CANCELLED), notifications.organizer(), Optional.empty());
        String text = published(List.of(own, open));

        assertThat(text)
                .contains("METHOD:PUBLISH", "X-WR-CALNAME:Ann's\\, events", "REFRESH-INTERVAL;VALUE=DURATION:PT1H")
                .contains("STATUS:TENTATIVE", "STATUS:CANCELLED")
                .doesNotContain("ATTENDEE", "bea@example.org", Notifications.REPLY.value());
        ICalendar calendar = Biweekly.parse(text).first();
        assertThat(calendar.getEvents()).hasSize(2);
        assertThat(text.split("BEGIN:VTIMEZONE", -1)).hasSize(2);
    }

    @Test
    void anEmptyFeedShouldBeACalendar() {
        assertThat(Biweekly.parse(published(List.of())).first().getEvents()).isEmpty();
    }

    @Test
    void aFromAddressWithoutRoomForTheTokenShouldBeRefused() {
        MailSettings settings =
                new MailSettings("file:x", new EmailAddress("invitations@example.org"), "https://example.org");
        new MailComposer(settings, TextEncoding.SEVEN_BIT);
        MailSettings longer =
                new MailSettings("file:x", new EmailAddress("invitations1@example.org"), "https://example.org");
        assertThatThrownBy(() -> new MailComposer(longer, TextEncoding.SEVEN_BIT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ROLLCALL_MAIL_FROM: must have at most 11 characters before its @, not 12");
    }

    private static String participation(Notifications notifications) {
        return onlyEvent(read(notifications, NotificationKind.CHANGED))
                .getAttendees()
                .getFirst()
                .getParticipationStatus()
                .getValue();
    }
}
