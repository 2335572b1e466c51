package dev.rollcall.mail.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.mail.IcalendarFormat;
import dev.rollcall.mail.Mails;
import dev.rollcall.mail.Notifications;
import dev.rollcall.rsvp.answer.CalendarReply;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.ReplyAttendee;
import dev.rollcall.rsvp.notification.CalendarFormat;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.user.EmailAddress;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplyTest {

    private static final CalendarFormat FORMAT = new IcalendarFormat();
    private static final EmailAddress BEA = new EmailAddress("bea@example.org");

    @Test
    void googleShouldBeUnderstood() {
        assertThat(FORMAT.read(Replies.google()))
                .isEqualTo(new CalendarReply(
                        Notifications.REPLY,
                        Notifications.UID,
                        List.of(bea(ParticipationStatus.ACCEPTED, Optional.of("I bring a cake; see you, Ann"))),
                        Optional.empty(),
                        2,
                        Instant.parse("2031-04-02T09:15:00Z"),
                        Optional.empty()));
    }

    @Test
    void outlookShouldBeUnderstood() {
        assertThat(FORMAT.read(Replies.outlook()))
                .isEqualTo(new CalendarReply(
                        Notifications.REPLY,
                        Notifications.UID,
                        List.of(bea(ParticipationStatus.TENTATIVE, Optional.empty())),
                        Optional.empty(),
                        1,
                        Instant.parse("2031-04-02T10:11:12Z"),
                        Optional.of("Vielleicht, später.\nGrüße")));
    }

    @Test
    void appleShouldBeUnderstood() {
        assertThat(FORMAT.read(Replies.apple()))
                .isEqualTo(new CalendarReply(
                        Notifications.REPLY,
                        Notifications.UID,
                        List.of(bea(ParticipationStatus.DECLINED, Optional.empty())),
                        Optional.empty(),
                        0,
                        Instant.parse("2031-04-02T10:00:00Z"),
                        Optional.of("Schöne Grüße")));
    }

    @Test
    void bareLineFeedsShouldBeUnderstood() {
        byte[] unix = new String(Replies.google(), StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(FORMAT.read(unix)).isEqualTo(FORMAT.read(Replies.google()));
    }

    @Test
    void aFileOfAnyTypeShouldBeUnderstoodByItsName() {
        String mail = new String(
                        Replies.with("ATTENDEE;PARTSTAT=ACCEPTED:mailto:bea@example.org"), StandardCharsets.UTF_8)
                .replace(
                        "Content-Type: text/calendar; method=REPLY; charset=utf-8",
                        "Content-Type: application/octet-stream; name=reply.ICS");
        assertThat(FORMAT.read(mail.getBytes(StandardCharsets.UTF_8))
                        .request(BEA)
                        .response())
                .hasValue(ParticipationStatus.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"utf-16,utf-16", "no-such-charset,utf-8", "windows-1252,windows-1252"})
    void anyCharsetShouldBeUnderstood(String name, String charset) {
        String plain = new String(
                Replies.with("ATTENDEE;PARTSTAT=ACCEPTED:mailto:bea@example.org", "COMMENT:Gr\u00fc\u00dfe"),
                StandardCharsets.UTF_8);
        String content = plain.substring(plain.indexOf("BEGIN:VCALENDAR"));
        String mail = plain.substring(0, plain.indexOf("BEGIN:VCALENDAR"))
                        .replace("charset=utf-8", "charset=" + name)
                        .replace("8bit", "base64")
                + Base64.getMimeEncoder().encodeToString(content.getBytes(java.nio.charset.Charset.forName(charset)));
        assertThat(FORMAT.read(mail.getBytes(StandardCharsets.UTF_8)).comment()).hasValue("Grüße");
    }

    @ParameterizedTest
    @CsvSource({"Delivered-To", "X-Original-To", "To", "Cc"})
    void theTokenShouldBeFoundWhereverTheMailWent(String header) {
        String mail = new String(
                        Replies.with("ATTENDEE;PARTSTAT=ACCEPTED:mailto:bea@example.org"), StandardCharsets.UTF_8)
                .replace(
                        "To: " + Replies.ADDRESS,
                        header + ": \"Ann\" <rsvp+"
                                + Notifications.REPLY.value().toUpperCase(java.util.Locale.ROOT)
                                + "@example.com>, x@example.com");
        assertThat(FORMAT.read(mail.getBytes(StandardCharsets.UTF_8)).token()).isEqualTo(Notifications.REPLY);
    }

    @Test
    void whatIsMissingShouldBeNamed() {
        refuse(new byte[0], "text/calendar");
        refuse(Replies.simple("text/plain", "Yes!"), "text/calendar");
        refuse(Replies.simple("text/calendar", "Yes!"), "RFC 5545");
        refuse(edited("METHOD:REPLY\r\n", "METHOD:REQUEST\r\n"), "METHOD:REPLY");
        refuse(edited("METHOD:REPLY\r\n", ""), "METHOD:COUNTER");
        refuse(Replies.with(), "an ATTENDEE");
        refuse(Replies.to("http://example.org/bea"), "mailto");
        refuse(Replies.to("mailto:nobody"), "mailto");
        refuse(Replies.to("mailto:bea%0D%0A@example.org"), "mailto");
        refuse(edited("UID:" + Notifications.UID + "\r\n", ""), "one UID");
        refuse(edited("DTSTAMP:20310402T100000Z\r\n", ""), "one DTSTAMP");
        refuse(edited("20310402T100000Z", "20310402T100000"), "UTC");
        refuse(edited("20310402T100000Z", "20310230T100000Z"), "UTC");
        refuse(edited("DTSTAMP", "SEQUENCE:-1\r\nDTSTAMP"), "SEQUENCE");
        refuse(edited(Replies.ADDRESS, "rsvp@example.com"), "52 digits");
        refuse(edited("END:VEVENT\r\n", "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\n"), "one event");
        refuse(
                edited("Subject", "Cc: rsvp+" + Notifications.LINK.value() + "@example.com\r\nSubject"),
                "not to 2 of them");
    }

    @Test
    void aBounceShouldBeRefused() throws Exception {
        ByteArrayOutputStream invitation = new ByteArrayOutputStream();
        Mails.arrived(Notifications.plain().of(NotificationKind.INVITATION)).writeTo(invitation);
        String report = Replies.lines(
                        "From: MAILER-DAEMON@example.org",
                        "To: rsvp@example.com",
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                        "",
                        "--b",
                        "Content-Type: text/plain",
                        "",
                        "No such user",
                        "--b",
                        "Content-Type: message/rfc822",
                        "")
                + invitation.toString(StandardCharsets.UTF_8)
                + "\r\n--b--\r\n";
        refuse(report.getBytes(StandardCharsets.UTF_8), "report");
        refuse(report.replace("multipart/report", "multipart/mixed").getBytes(StandardCharsets.UTF_8), "text/calendar");
    }

    @Test
    void ourOwnInvitationShouldBeNoReply() throws Exception {
        ByteArrayOutputStream invitation = new ByteArrayOutputStream();
        Mails.arrived(Notifications.plain().of(NotificationKind.INVITATION)).writeTo(invitation);
        refuse(invitation.toByteArray(), "METHOD:REPLY");
    }

    @Test
    void sizeAndDepthShouldBeBounded() {
        refuse(new byte[(1 << 20) + 1], "1048576 bytes");
        refuse(Replies.simple("text/calendar", "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n".repeat(60_000)), "nested");
        refuse(
                Replies.simple("text/calendar", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + "X-A:b\r\n".repeat(60_000)),
                "lines");
        StringBuilder nested = new StringBuilder(Replies.lines("To: x@example.org", "MIME-Version: 1.0"));
        for (int i = 0; i < 2_000; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n".formatted(i, i));
        }
        refuse(nested.toString().getBytes(StandardCharsets.UTF_8), "nested");
        refuse(Replies.simple("multipart/mixed; boundary=b", "--b\r\n\r\nx\r\n".repeat(10_000) + "--b--\r\n"), "parts");
    }

    @Test
    void aLongCommentShouldBeCut() {
        byte[] mail = edited("DTSTAMP", "COMMENT:" + "😀".repeat(2_000) + "\u0001\r\nDTSTAMP");
        assertThat(FORMAT.read(mail).comment()).hasValue("😀".repeat(1_000));
    }

    @Property(tries = 500)
    void anyBytesShouldBeReadOrRefused(@ForAll @Size(max = 2_000) byte[] bytes) {
        readOrRefuse(bytes);
    }

    @Property(tries = 500)
    void anyTextShouldBeReadOrRefusedAsACalendar(@ForAll String text) {
        readOrRefuse(Replies.simple("text/calendar; charset=utf-8", "BEGIN:VCALENDAR\r\n" + text));
    }

    /** Real replies with a few bytes broken go deeper than noise does. */
    @Property(tries = 500)
    void brokenRepliesShouldBeReadOrRefused(
            @ForAll @IntRange(max = 2) int program,
            @ForAll @Size(min = 1, max = 6) int[] places,
            @ForAll byte replacement,
            @ForAll @IntRange(max = 40) int cut) {
        byte[] mail = switch (program) {
            case 0 -> Replies.google();
            case 1 -> Replies.outlook();
            default -> Replies.apple();
        };
        for (int place : places) {
            mail[Math.floorMod(place, mail.length)] = replacement;
        }
        readOrRefuse(mail);
        readOrRefuse(java.util.Arrays.copyOf(mail, mail.length * cut / 40));
    }

    private static ReplyAttendee bea(ParticipationStatus response, Optional<String> comment) {
        return new ReplyAttendee(List.of(BEA), Optional.of(response), comment);
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            assertThat(FORMAT.read(bytes)).isNotNull();
        } catch (InvalidInputException refused) {
            assertThat(refused.violations()).isNotEmpty();
        }
    }

    private static byte[] edited(String from, String to) {
        String mail =
                new String(Replies.with("ATTENDEE;PARTSTAT=ACCEPTED:mailto:bea@example.org"), StandardCharsets.UTF_8);
        assertThat(mail).contains(from);
        return mail.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private static void refuse(byte[] mail, String reason) {
        assertThatThrownBy(() -> FORMAT.read(mail))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(reason);
    }
}
