package dev.rollcall.mail.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.mail.IcalendarFormat;
import dev.rollcall.mail.Notifications;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.user.EmailAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever else is wrong with a mail, a calendar in it is read. */
final class BrokenMailTest {

    private static final String CALENDAR = Replies.lines(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "METHOD:REPLY",
            "BEGIN:VEVENT",
            "UID:" + Notifications.UID,
            "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bea@example.org",
            "COMMENT:Grüße",
            "DTSTAMP:20310402T100000Z",
            "END:VEVENT",
            "END:VCALENDAR");

    private static final String HEAD = Replies.lines("To: " + Replies.ADDRESS, "MIME-Version: 1.0");

    /** Headers that some program or other writes, and no standard allows. */
    private static final List<String> BROKEN = List.of(
            "Content-Disposition: inline; filename=Our logo (1).png",
            "Content-Disposition: attachment; creation-date=Mon, 25 Dec 2017 02:48:38 GMT",
            "Content-Disposition: attachment; filename=IMG_0907[1].png",
            "Content-Disposition: attachment; filename=\"not closed; size=3",
            "Content-Disposition: ;;;=;",
            "Content-Disposition:",
            "Content-ID: image001@<1>",
            "Content-Language: \u00ff\u00fe",
            "Content-Description: =?x-unknown?Z?==?= (((",
            "A line without a colon",
            "\tA continuation of nothing",
            ": no name",
            "Received: from [[[ by ))) ; never");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Guest <<bea@example.org>, , ;:@",
                "From: =?utf-8?B?!!!!?= <bea@>",
                "Subject: =?no-such-charset?Q?=ZZ?= \u0000\u0001",
                "Date: yesterday, about noon",
                "Message-ID: <<>>",
                "Reply-To: \"not closed",
                "To : undisclosed-recipients:;",
                "From bea@example.org Thu Nov 27 12:00:00 2031",
                "Content-Type: image/png\r\nContent-Type: text/calendar",
                "Content-Length: many"
            })
    void brokenHeadersOfTheMailShouldNotMatter(String header) {
        assertAccepted(header + "\r\n" + HEAD + "Content-Type: text/calendar\r\n\r\n" + CALENDAR);
        assertAccepted("\r\n\r\n" + HEAD + header + "\r\n\r\n" + CALENDAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/calendar; charset=no-such-charset; name=Our reply (1).ics",
                "Content-Type: text/calendar charset=utf-8 method=REPLY",
                "Content-Type: TEXT/CALENDAR;",
                "Content-Type: \"text/calendar\"; charset=\"utf-8",
                "Content-Type: text/calendar; charset*=utf-8''us-ascii",
                "Content-Type: calendar",
                "Content-Type:",
                "Content-Type: application/octet-stream; name*0=\"a rep\"; name*1=\"ly.ics\"",
                "Content-Type: application/ics\r\nContent-Disposition: attachment; filename=reply (2).ics",
                "Content-Type: text/calendar\r\nContent-Transfer-Encoding: x-unknown",
                "Content-Type: text/calendar\r\nContent-Transfer-Encoding: 8 bit (really)",
                "Content-Type: text/calendar\r\nContent-Transfer-Encoding: base64",
                "X-Nothing: at all",
                "no header"
            })
    void brokenHeadersOfTheCalendarShouldNotMatter(String header) {
        assertAccepted(HEAD + header + "\r\n\r\n" + CALENDAR);
        assertAccepted(mixed("--b1\r\n" + header + "\r\n\r\n" + CALENDAR + "--b1--\r\n"));
        assertAccepted(mixed("--b1\r\n" + header + "\r\n" + CALENDAR));
    }

    @Test
    void delimitersMayBeMissingOrWrong() {
        String part = "Content-Type: text/calendar\r\n\r\n" + CALENDAR;
        assertAccepted(mixed("--b1\r\n" + part));
        assertAccepted(mixed("Preamble\r\n--b1  \t\r\n" + part + "\r\n--b1--\r\nEpilogue"));
        assertAccepted(mixed("--another\r\n" + part + "--another--\r\n"));
        assertAccepted(mixed("--b1--\r\n--b1\r\n" + part));
        assertAccepted(mixed(part));
        assertAccepted(mixed(CALENDAR));
        assertAccepted(HEAD + "Content-Type: multipart/mixed\r\n\r\n--b1\r\n" + part + "--b1--\r\n");
        assertAccepted(HEAD + "Content-Type: multipart/mixed boundary=b1\r\n\r\n--b1\r\n" + part + "--b1--\r\n");
        // The inner parts have the outer's delimiter, or end with the outer's alone.
        assertAccepted(
                mixed("--b1\r\nContent-Type: multipart/alternative; boundary=b1\r\n\r\n--b1\r\n\r\nYes\r\n--b1\r\n"
                        + part + "--b1--\r\n--b1--\r\n"));
        assertAccepted(mixed(
                "--b1\r\nContent-Type: multipart/alternative; boundary=b12\r\n\r\n--b12\r\n" + part + "--b1--\r\n"));
        assertAccepted(mixed("--b1\r\n--b1\r\n\r\n--b1\r\n" + part + "--b1--\r\n"));
    }

    @Test
    void aBrokenEncodingShouldBeReadAsFarAsItGoes() {
        String encoded = Base64.getMimeEncoder().encodeToString(CALENDAR.getBytes(StandardCharsets.UTF_8));
        for (String text : List.of(
                encoded,
                encoded.replace("\r\n", "!\r\n>\u00ff "),
                encoded.replace("=", ""),
                encoded + "=\r\n-- \r\nA",
                encoded.substring(0, 40) + "\r\n\r\n" + encoded.substring(40))) {
            assertAccepted(HEAD + "Content-Type: text/calendar\r\nContent-Transfer-Encoding: BASE64 ;\r\n\r\n" + text);
        }
        String blocks = Base64.getEncoder()
                        .encodeToString(CALENDAR.substring(0, 100).getBytes(StandardCharsets.UTF_8))
                + "\r\n"
                + Base64.getEncoder().encodeToString(CALENDAR.substring(100).getBytes(StandardCharsets.UTF_8));
        assertAccepted(HEAD + "Content-Type: text/calendar\r\nContent-Transfer-Encoding: base64\r\n\r\n" + blocks);
        assertAccepted(HEAD + "Content-Type: text/calendar\r\nContent-Transfer-Encoding: Quoted-Printable\r\n\r\n"
                + CALENDAR.replace("PARTSTAT=ACCEPTED", "PARTSTAT=3DACC=  \r\nEPTED")
                        .replace("Grüße", "Gr=C3=BC=C3=9fe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "us-ascii", "no-such-charset", "windows-1252", "utf-16", "", "\u00fc; charset"})
    void aWrongCharsetShouldNotMatter(String name) {
        for (String charset : List.of("utf-8", "windows-1252", "utf-16")) {
            String head =
                    HEAD + "Content-Type: text/calendar; charset=" + name + "\r\nContent-Transfer-Encoding: base64";
            // Two charsets that are right for every byte can't be told from the one that was meant.
            boolean isRight = name.equals("utf-16") ? charset.equals("utf-16") : !name.equals("windows-1252");
            if (isRight || name.equals(charset)) {
                String text = Base64.getEncoder().encodeToString(CALENDAR.getBytes(Charset.forName(charset)));
                assertAccepted(head + "\r\n\r\n" + text);
            }
        }
    }

    @Test
    void aBrokenCalendarBesideAGoodOneShouldNotMatter() {
        String request = CALENDAR.replace("METHOD:REPLY", "METHOD:REQUEST");
        String broken = CALENDAR.replace("DTSTAMP", "DTSTAMP;;;\"");
        for (String other :
                List.of("Yes!", "", "BEGIN:VCALENDAR", request, broken, CALENDAR.replace("VEVENT", "VTODO"))) {
            assertAccepted(mixed("--b1\r\nContent-Type: text/calendar\r\n\r\n" + other
                    + "\r\n--b1\r\nContent-Type: text/calendar\r\n\r\n" + CALENDAR + "--b1--\r\n"));
        }
        assertAccepted(HEAD + "Content-Type: text/calendar\r\n\r\n"
                + CALENDAR.replace("VERSION:2.0", "VERSION:2.0\r\nX-BROKEN;=:;\"\r\nno property\r\nSUMMARY;X=\"a:b"));
    }

    @Test
    void aForwardedReplyShouldBeNoReply() {
        refuse(mixed("--b1\r\nContent-Type: message/rfc822\r\n\r\n" + HEAD + "Content-Type: text/calendar\r\n\r\n"
                + CALENDAR + "--b1--\r\n"));
    }

    /** What takes long to read by a careless pattern is read all the same. */
    @Test
    void textsThatAreMadeToBeSlowShouldBeRefused() {
        for (String filler :
                List.of(" ", "\r\n ", "\r\n", "=", "= ", "--", ";", "\"", "a:", "\t=\t", "%", "\\", "\r\n--")) {
            String noise = filler.repeat(400_000 / filler.length());
            refuse(HEAD + "Content-Type: multipart/mixed;" + noise + "x\r\n\r\n" + noise);
            refuse(HEAD + "Content-Type: multipart/mixed\r\n\r\n--" + noise + "x");
            refuse(HEAD + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + noise + "x");
            refuse(HEAD + "Content-Transfer-Encoding: base64\r\n\r\n" + noise + "x");
            refuse(noise);
        }
    }

    /** Mails of several parts, some with a broken header, some nested, with one faultless calendar among them. */
    @Property(tries = 300)
    void aCalendarShouldBeFoundInAnyMail(@ForAll long seed) {
        Random random = new Random(seed);
        assertAccepted(one(random, BROKEN) + "\r\n" + HEAD + nested(random, 3));
    }

    private static String nested(Random random, int depth) {
        if (depth == 0) {
            return one(random, List.of("", one(random, BROKEN) + "\r\n")) + calendarPart(random);
        }
        String boundary = one(random, List.of("=_a b", "----=_Part_1.2", "x'()+_,-./:=?y")) + depth;
        List<String> parts = new ArrayList<>(List.of(nested(random, depth - 1)));
        while (random.nextInt(3) > 0) {
            parts.add(
                    random.nextInt(parts.size() + 1),
                    "Content-Type: image/png\r\n" + one(random, BROKEN) + "\r\n\r\niVBORw");
        }
        StringBuilder text = new StringBuilder("Content-Type: multipart/")
                .append(one(random, List.of("mixed", "alternative", "related", "x-other")))
                .append("; boundary=\"" + boundary + "\"\r\n")
                .append(random.nextBoolean() ? one(random, BROKEN) + "\r\n" : "")
                .append("\r\n");
        parts.forEach(part ->
                text.append("--").append(boundary).append("\r\n").append(part).append("\r\n"));
        return text.append(random.nextBoolean() ? "--" + boundary + "--\r\n" : "")
                .toString();
    }

    private static String calendarPart(Random random) {
        byte[] bytes = CALENDAR.getBytes(StandardCharsets.UTF_8);
        return random.nextBoolean()
                ? "Content-Type: text/calendar; charset=utf-8\r\n\r\n" + CALENDAR
                : "Content-Type: application/ics\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(bytes);
    }

    private static String one(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String mixed(String parts) {
        return HEAD + "Content-Type: multipart/mixed; boundary=\"b1\"\r\n\r\n" + parts;
    }

    private static void assertAccepted(String mail) {
        AnswerRequest request = new IcalendarFormat()
                .read(mail.getBytes(StandardCharsets.UTF_8))
                .request(new EmailAddress("bea@example.org"));
        assertThat(request.response()).as(mail).hasValue(ParticipationStatus.ACCEPTED);
        assertThat(request.comment()).as(mail).hasValue("Grüße");
    }

    private static void refuse(String mail) {
        assertThatThrownBy(() -> new IcalendarFormat().read(mail.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInputException.class);
    }
}
