package dev.rollcall.mail.reply;

import dev.rollcall.mail.Notifications;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Replies of calendar programs, in the forms that their makers document. */
public final class Replies {

    static final String ADDRESS = "rsvp+" + Notifications.REPLY.value() + "@example.com";

    private Replies() {}

    /** Google Calendar: an alternative with the calendar in 7bit, and once more as a file in Base64. */
    public static byte[] google() {
        String calendar = googleCalendar();
        return lines(
                        "Delivered-To: " + ADDRESS,
                        "MIME-Version: 1.0",
                        "Reply-To: Bea Guest <bea@example.org>",
                        "Sender: Google Calendar <calendar-notification@google.com>",
                        "Message-ID: <calendar-1@google.com>",
                        "Date: Wed, 02 Apr 2031 09:15:00 +0000",
                        "Subject: Accepted: Summer party @ Sat 3 May 2031",
                        "From: Bea Guest <bea@example.org>",
                        "To: " + ADDRESS,
                        "Content-Type: multipart/mixed; boundary=\"000000000000aa\"",
                        "",
                        "--000000000000aa",
                        "Content-Type: multipart/alternative; boundary=\"000000000000bb\"",
                        "",
                        "--000000000000bb",
                        "Content-Type: text/plain; charset=\"UTF-8\"; format=flowed; delsp=yes",
                        "Content-Transfer-Encoding: base64",
                        "",
                        "QmVhIGhhcyBhY2NlcHRlZC4=",
                        "--000000000000bb",
                        "Content-Type: text/calendar; charset=\"UTF-8\"; method=REPLY",
                        "Content-Transfer-Encoding: 7bit",
                        "",
                        calendar + "--000000000000bb--",
                        "",
                        "--000000000000aa",
                        "Content-Type: application/ics; name=\"invite.ics\"",
                        "Content-Disposition: attachment; filename=\"invite.ics\"",
                        "Content-Transfer-Encoding: base64",
                        "",
                        Base64.getMimeEncoder().encodeToString(calendar.getBytes(StandardCharsets.UTF_8)),
                        "--000000000000aa--")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String googleCalendar() {
        return lines(
                "BEGIN:VCALENDAR",
                "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
                "VERSION:2.0",
                "CALSCALE:GREGORIAN",
                "METHOD:REPLY",
                "BEGIN:VEVENT",
                "DTSTART:20310503T160000Z",
                "DTEND:20310503T200000Z",
                "DTSTAMP:20310402T091500Z",
                "ORGANIZER;CN=Ann Host:mailto:" + ADDRESS.substring(0, 30),
                " " + ADDRESS.substring(30),
                "UID:" + Notifications.UID,
                "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Bea Gue",
                " st;X-NUM-GUESTS=0;X-RESPONSE-COMMENT=\"I bring a cake; see you, Ann\":mailto:b",
                " ea@example.org",
                "CREATED:20310401T083015Z",
                "LAST-MODIFIED:20310402T091459Z",
                "SEQUENCE:2",
                "STATUS:CONFIRMED",
                "SUMMARY:Summer party",
                "TRANSP:OPAQUE",
                "END:VEVENT",
                "END:VCALENDAR");
    }

    /** Outlook and Exchange: the calendar in Base64, names in capitals, a comment, a zone of their own naming. */
    static byte[] outlook() {
        String calendar = outlookCalendar();
        return lines(
                        "From: Bea Guest <bea@example.org>",
                        "To: Ann Host via Rollcall",
                        "\t<" + ADDRESS + ">",
                        "Subject: =?utf-8?B?TWl0IFZvcmJlaGFsdDogU3VtbWVyIHBhcnR5?=",
                        "Thread-Topic: Summer party",
                        "Date: Wed, 2 Apr 2031 10:11:12 +0000",
                        "Message-ID: <AM0PR@eurprd.prod.outlook.com>",
                        "Content-Class: urn:content-classes:calendarmessage",
                        "Content-Type: multipart/alternative;",
                        "\tboundary=\"_000_AM0PR_\"",
                        "MIME-Version: 1.0",
                        "",
                        "--_000_AM0PR_",
                        "Content-Type: text/plain; charset=\"utf-8\"",
                        "Content-Transfer-Encoding: base64",
                        "",
                        "",
                        "--_000_AM0PR_",
                        "Content-Type: text/calendar; charset=\"utf-8\"; method=REPLY",
                        "Content-Transfer-Encoding: base64",
                        "",
                        Base64.getMimeEncoder().encodeToString(calendar.getBytes(StandardCharsets.UTF_8)),
                        "--_000_AM0PR_--")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String outlookCalendar() {
        return lines(
                "BEGIN:VCALENDAR",
                "METHOD:REPLY",
                "PRODID:Microsoft Exchange Server 2010",
                "VERSION:2.0",
                "BEGIN:VTIMEZONE",
                "TZID:W. Europe Standard Time",
                "BEGIN:STANDARD",
                "DTSTART:16010101T030000",
                "TZOFFSETFROM:+0200",
                "TZOFFSETTO:+0100",
                "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
                "END:STANDARD",
                "BEGIN:DAYLIGHT",
                "DTSTART:16010101T020000",
                "TZOFFSETFROM:+0100",
                "TZOFFSETTO:+0200",
                "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
                "END:DAYLIGHT",
                "END:VTIMEZONE",
                "BEGIN:VEVENT",
                "ATTENDEE;PARTSTAT=TENTATIVE;CN=Bea Guest:MAILTO:bea@example.org",
                "COMMENT;LANGUAGE=de-DE:Vielleicht\\, später.\\nGrüße",
                "UID:" + Notifications.UID,
                "SUMMARY;LANGUAGE=de-DE:Mit Vorbehalt: Summer party",
                "DTSTART;TZID=W. Europe Standard Time:20310503T180000",
                "DTEND;TZID=W. Europe Standard Time:20310503T220000",
                "CLASS:PUBLIC",
                "PRIORITY:5",
                "DTSTAMP:20310402T101112Z",
                "TRANSP:OPAQUE",
                "STATUS:CONFIRMED",
                "SEQUENCE:1",
                "LOCATION;LANGUAGE=de-DE:Garden",
                "X-MICROSOFT-CDO-APPT-SEQUENCE:1",
                "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
                "END:VEVENT",
                "END:VCALENDAR");
    }

    /** Apple's Calendar: quoted-printable in a mixed mail, no SEQUENCE where it is 0, the token in Cc and ORGANIZER alone. */
    static byte[] apple() {
        return lines(
                        "From: Bea Guest <bea@example.org>",
                        "Content-Type: multipart/alternative; boundary=\"Apple-Mail=_1\"",
                        "Mime-Version: 1.0 (Mac OS X Mail 16.0)",
                        "Subject: Declined: Summer party",
                        "Date: Wed, 2 Apr 2031 12:00:00 +0200",
                        "To: Ann Host <ann@example.net>",
                        "",
                        "--Apple-Mail=_1",
                        "Content-Type: text/plain;",
                        "\tcharset=us-ascii",
                        "Content-Transfer-Encoding: 7bit",
                        "",
                        "Bea Guest has declined.",
                        "--Apple-Mail=_1",
                        "Content-Type: multipart/mixed; boundary=\"Apple-Mail=_2\"",
                        "",
                        "--Apple-Mail=_2",
                        "Content-Disposition: attachment; filename*=utf-8''iCal-20310402-120000.ics",
                        "Content-Type: text/calendar; x-unix-mode=0644; method=REPLY; charset=iso-8859-1;",
                        "\tname=iCal-20310402-120000.ics",
                        "Content-Transfer-Encoding: quoted-printable",
                        "",
                        appleCalendar(),
                        "--Apple-Mail=_2--",
                        "",
                        "--Apple-Mail=_1--")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String appleCalendar() {
        return lines(
                "BEGIN:VCALENDAR",
                "CALSCALE:GREGORIAN",
                "METHOD:REPLY",
                "PRODID:-//Apple Inc.//macOS 15.0//EN",
                "VERSION:2.0",
                "BEGIN:VEVENT",
                "ATTENDEE;CN=3D\"Guest, Bea\";CUTYPE=3DINDIVIDUAL;EMAIL=3Dbea@example.org;PARTST=",
                "AT=3DDECLINED:mailto:bea@example.org",
                "COMMENT:Sch=F6ne Gr=FC=DFe",
                "DTEND;TZID=3DEurope/Berlin:20310503T220000",
                "DTSTAMP:20310402T100000Z",
                "DTSTART;TZID=3DEurope/Berlin:20310503T180000",
                "ORGANIZER;CN=3D\"Ann Host\":mailto:" + ADDRESS,
                "UID:" + Notifications.UID,
                "END:VEVENT",
                "END:VCALENDAR");
    }

    /** The plainest reply, of an attendee. */
    public static byte[] to(String attendee) {
        return with("ATTENDEE;PARTSTAT=ACCEPTED:" + attendee);
    }

    /** The plainest reply, with these lines of an attendee. */
    static byte[] with(String... attendees) {
        return simple(
                "text/calendar; method=REPLY; charset=utf-8",
                lines("BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REPLY", "BEGIN:VEVENT", "UID:" + Notifications.UID)
                        + lines(attendees)
                        + lines("DTSTAMP:20310402T100000Z", "END:VEVENT", "END:VCALENDAR"));
    }

    /** A mail of one part. */
    static byte[] simple(String type, String content) {
        return (lines(
                                "From: bea@example.org",
                                "To: " + ADDRESS,
                                "Subject: x",
                                "MIME-Version: 1.0",
                                "Content-Type: " + type,
                                "Content-Transfer-Encoding: 8bit",
                                "")
                        + content)
                .getBytes(StandardCharsets.UTF_8);
    }

    static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }
}
