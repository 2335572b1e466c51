package dev.rollcall.mail.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.mail.IcalendarFormat;
import dev.rollcall.mail.Notifications;
import dev.rollcall.rsvp.answer.CalendarReply;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.user.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who answers in a reply, and what a proposal of another time says. */
final class ReplyAttendeeTest {

    private static final EmailAddress BEA = new EmailAddress("bea@example.org");

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":mailto:bea@example.org",
                ":MAILTO:Bea@Example.ORG",
                ": mailto: bea@example.org",
                ":mailto:bea%40example.org",
                ":mailto:%62ea@example.org?subject=Yes",
                ":mailto:<bea@example.org>",
                ":bea@example.org",
                ":<bea@example.org>",
                ";EMAIL=bea@example.org:urn:uuid:7f3c1a52-5f0e-4b2c-9f66-0f6b5ee0a3a1",
                ";EMAIL=\"bea@example.org\":mailto:b.guest@elsewhere.example",
                ";SENT-BY=\"mailto:office@example.org\":mailto:bea@example.org",
                ";CN=Bea;DELEGATED-FROM=\"mailto:boss@example.org\":mailto:bea@example.org",
            })
    void theGuestShouldBeFoundInEveryFormOfAnAddress(String address) {
        assertThat(response("ATTENDEE;PARTSTAT=ACCEPTED" + address)).isEqualTo(ParticipationStatus.ACCEPTED);
    }

    @Test
    void aDomainShouldBeComparedInEitherForm() {
        CalendarReply reply = reply("ATTENDEE;PARTSTAT=DECLINED:mailto:bea@xn--bcher-kva.example");

        assertThat(reply.request(new EmailAddress("Bea@Bücher.example")).response())
                .hasValue(ParticipationStatus.DECLINED);
    }

    @Test
    void otherAttendeesShouldNotMatter() {
        assertThat(response(
                        "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:cem@example.org",
                        "ATTENDEE;PARTSTAT=TENTATIVE;CN=Bea:mailto:bea@example.org",
                        "ATTENDEE;PARTSTAT=DECLINED:mailto:dan@example.org",
                        "ATTENDEE;PARTSTAT=DECLINED:no address at all",
                        "ATTENDEE;PARTSTAT=DECLINED:urn:uuid:7f3c1a52-5f0e-4b2c-9f66-0f6b5ee0a3a1"))
                .isEqualTo(ParticipationStatus.TENTATIVE);
        assertThat(response(
                        "ATTENDEE;PARTSTAT=accepted:mailto:bea@example.org",
                        "ATTENDEE;PARTSTAT=ACCEPTED;ROLE=CHAIR:mailto:BEA@example.org"))
                .isEqualTo(ParticipationStatus.ACCEPTED);
    }

    @Test
    void theCommentShouldBeThatOfTheGuest() {
        assertThat(reply(
                                "ATTENDEE;PARTSTAT=DECLINED;X-RESPONSE-COMMENT=\"Never\":mailto:cem@example.org",
                                "ATTENDEE;PARTSTAT=ACCEPTED;X-RESPONSE-COMMENT=\"Gladly\":mailto:bea@example.org")
                        .request(BEA)
                        .comment())
                .hasValue("Gladly");
    }

    @Test
    void aGuestWhoSaysNothingOrTwoThingsShouldBeRefused() {
        refuse(
                "two things",
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bea@example.org",
                "ATTENDEE;PARTSTAT=DECLINED:mailto:bea@example.org");
        refuse(
                "two things",
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bea@example.org",
                "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:bea@example.org");
        refuse("somebody else", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:cem@example.org");
        refuse(
                "somebody else",
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:cem@example.org",
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:dan@example.org");
        refuse("PARTSTAT", "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:bea@example.org");
        refuse(
                "PARTSTAT",
                "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:cem@example.org\":mailto:bea@example.org");
        refuse("PARTSTAT", "ATTENDEE:mailto:bea@example.org");
    }

    @Test
    void whatIsSaidShouldMakeTheHash() {
        String hash = hash(Replies.to("mailto:bea@example.org"));

        assertThat(hash).matches("[0-9a-f]{64}");
        // The same mail on another way.
        assertThat(hash(edited("From:", "Received: by relay.example\r\nX-Spam: no\r\nFrom:")))
                .isEqualTo(hash);
        assertThat(hash(edited("mailto:bea@", "MAILTO:Bea@"))).isEqualTo(hash);
        assertThat(List.of(
                        hash(edited("ACCEPTED", "DECLINED")),
                        hash(edited("DTSTAMP:20310402T100000Z", "DTSTAMP:20310402T100001Z")),
                        hash(edited("DTSTAMP", "SEQUENCE:1\r\nDTSTAMP")),
                        hash(edited("DTSTAMP", "COMMENT:Yes\r\nDTSTAMP")),
                        hash(edited("METHOD:REPLY", "METHOD:COUNTER"))))
                .doesNotContain(hash)
                .doesNotHaveDuplicates();
    }

    @Test
    void aProposalOfAnotherTimeShouldBecomeTheComment() {
        assertThat(proposed("DTSTART;TZID=Europe/Berlin:20310504T190000\r\nDTEND;TZID=Europe/Berlin:20310504T230000"))
                .isEqualTo("Proposes another time: Sunday, 4 May 2031, 19:00–23:00 (Europe/Berlin).");
        assertThat(proposed("DTSTART:20310504T190000Z\r\nDTEND:20310505T010000Z\r\nCOMMENT:I work late\\, sorry"))
                .isEqualTo("Proposes another time: Sunday, 4 May 2031, 19:00 – Monday, 5 May 2031, 01:00 (UTC)."
                        + "\nI work late, sorry");
        assertThat(proposed("DTSTART;VALUE=DATE:20310504\r\nDTEND;VALUE=DATE:20310505"))
                .isEqualTo("Proposes another time: Sunday, 4 May 2031.");
        assertThat(proposed("DTSTART:tomorrow")).isEqualTo("Proposes another time.");
        assertThat(proposed("COMMENT:" + "x".repeat(2_000))).hasSize(1_000).startsWith("Proposes");
    }

    private static String proposed(String lines) {
        CalendarReply reply = read(edited("METHOD:REPLY", "method:counter", "DTSTAMP", lines + "\r\nDTSTAMP"));
        assertThat(reply.request(BEA).response()).isEmpty();
        return reply.request(BEA).comment().orElseThrow();
    }

    @Test
    void aProposalShouldNeedNoParticipation() {
        assertThat(read(edited("METHOD:REPLY", "METHOD:COUNTER", "PARTSTAT=ACCEPTED", "PARTSTAT=NEEDS-ACTION"))
                        .request(BEA)
                        .response())
                .isEmpty();
    }

    @Test
    void recurrencesBesideTheEventShouldNotMatter() {
        assertThat(read(edited(
                                "END:VEVENT\r\n",
                                "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:" + Notifications.UID
                                        + "\r\nRECURRENCE-ID:20310510T180000Z\r\nDTSTAMP:20310402T100000Z\r\n"
                                        + "ATTENDEE;PARTSTAT=DECLINED:mailto:bea@example.org\r\nEND:VEVENT\r\n"))
                        .request(BEA)
                        .response())
                .hasValue(ParticipationStatus.ACCEPTED);
    }

    private static void refuse(String reason, String... attendees) {
        assertThatThrownBy(() -> reply(attendees).request(BEA))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(reason);
    }

    private static ParticipationStatus response(String... attendees) {
        return reply(attendees).request(BEA).response().orElseThrow();
    }

    private static String hash(byte[] mail) {
        return new IcalendarFormat()
                .read(mail)
                .request(BEA)
                .reply()
                .orElseThrow()
                .hash();
    }

    private static CalendarReply reply(String... attendees) {
        return read(Replies.with(attendees));
    }

    private static CalendarReply read(byte[] mail) {
        return new IcalendarFormat().read(mail);
    }

    /** The plainest reply, with texts of it in place of others. */
    private static byte[] edited(String... replacements) {
        String mail = new String(Replies.to("mailto:bea@example.org"), StandardCharsets.UTF_8);
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(mail).contains(replacements[i]);
            mail = mail.replace(replacements[i], replacements[i + 1]);
        }
        return mail.getBytes(StandardCharsets.UTF_8);
    }
}
