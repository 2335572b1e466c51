package dev.rollcall.testkit.rsvp.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.Call;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the replies of calendar programs must show over HTTP. */
interface ReplyApiContract extends PartyApi {

    /**
     * A raw mail to the hook.
     *
     * @param message the mail, its lines ended in any way
     * @return the request, to be sent yet
     */
    default Call mail(String message) {
        return call("POST", "/imip").with("Content-Type", "message/rfc822").body(message.replace("\n", "\r\n"));
    }

    private String reply(String path, String response, String stamp) {
        return REPLY.replace("TOKEN", stored(path).links().replyToken().value())
                .replace(
                        "THEUID",
                        get(path.replaceFirst("/invitations/.*", ""))
                                .expect(200)
                                .json()
                                .path("uid")
                                .textValue())
                .replace("THESEQUENCE", "0")
                .replace("THESTAMP", stamp)
                .replace("THEPARTSTAT", response)
                .replace("THEATTENDEE", stored(path).guest().email().typed());
    }

    @Test
    default void aCalendarProgramsReplyShouldBeAnAnswer() {
        String path = invite(party(", \"capacity\": 3"), "");
        String link = link(path);

        JsonNode taken =
                mail(reply(path, "ACCEPTED", "20250501T100000Z")).expect(200).json();

        assertThat(taken.path("response").textValue()).isEqualTo("accepted");
        assertThat(taken.path("standing").textValue()).isEqualTo("confirmed");
        assertThat(taken.path("party_size").intValue()).isEqualTo(1);
        mail(reply(path, "DECLINED", "20250501T100000Z")).expect(200);
        assertThat(get(link).expect(200).json().path("response").textValue()).isEqualTo("declined");
        assertThat(get(path + "/history").expect(200).json().path("items").findValuesAsText("channel"))
                .containsExactly("calendar", "calendar");
    }

    @Test
    default void aReplyThatWasTakenBeforeShouldChangeNothing() {
        String path = invite(party(""), "");
        String link = link(path);
        mail(reply(path, "ACCEPTED", "20250501T100000Z")).expect(200);
        mail(reply(path, "DECLINED", "20250501T100000Z")).expect(200);
        String before = get(path).expect(200).text();

        JsonNode again = mail("Received: by relay.example\n" + reply(path, "ACCEPTED", "20250501T100000Z"))
                .expect(200)
                .json();

        assertThat(again.path("response").textValue()).isEqualTo("declined");
        assertThat(get(path).expect(200).text()).isEqualTo(before);
        assertThat(get(link).expect(200).json().path("response").textValue()).isEqualTo("declined");
    }

    @Test
    default void aReplyOlderThanAPageAnswerShouldBeRefused() {
        String path = invite(party(""), "");
        answer(link(path), "accepted", 1);

        mail(reply(path, "DECLINED", "20250501T100000Z")).expectProblem(409, "answer-outdated");

        assertThat(get(path).expect(200).json().path("response").textValue()).isEqualTo("accepted");
    }

    @Test
    default void aStampInTheFutureShouldLockNobodyOut() {
        String path = invite(party(""), "");
        link(path);

        mail(reply(path, "ACCEPTED", "20990501T100000Z")).expect(200);
        mail(reply(path, "DECLINED", "20990501T100000Z")).expect(200);

        assertThat(get(path).expect(200).json().path("response").textValue()).isEqualTo("declined");
        assertThat(stored(path).reply().replyStamp().orElseThrow()).isBefore(Instant.parse("2099-01-01T00:00:00Z"));
    }

    @Test
    default void otherAttendeesShouldNotMatter() {
        String path = invite(party(""), "");
        link(path);
        String other = "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:other@example.org\n";

        mail(reply(path, "ACCEPTED", "20250501T100000Z").replace("ATTENDEE;", other + "ATTENDEE;"))
                .expect(200);

        assertThat(get(path).expect(200).json().path("response").textValue()).isEqualTo("accepted");
        mail(reply(path, "DECLINED", "20250501T110000Z")
                        .replace("ATTENDEE;", other + "ATTENDEE;")
                        .replaceFirst("ATTENDEE;PARTSTAT=DECLINED.*\n", ""))
                .expectProblem(400, "invalid-input");
        mail(reply(path, "DECLINED", "20250501T110000Z")
                        .replaceFirst("(ATTENDEE;PARTSTAT=)DECLINED(.*\n)", "$1DECLINED$2$1ACCEPTED$2"))
                .expectProblem(400, "invalid-input");
    }

    @Test
    default void aProposalOfAnotherTimeShouldBeAComment() {
        String path = invite(party(", \"capacity\": 1"), "");
        answer(link(path), "accepted", 1);
        String now = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(stored(path).updatedAt());

        JsonNode taken = mail(reply(path, "DECLINED", now)
                        .replace("METHOD:REPLY", "METHOD:COUNTER")
                        .replace("SEQUENCE:", "COMMENT:Sorry\nSEQUENCE:"))
                .expect(200)
                .json();

        assertThat(taken.path("response").textValue()).isEqualTo("accepted");
        assertThat(taken.path("standing").textValue()).isEqualTo("confirmed");
        assertThat(get(path).expect(200).json().path("comment").textValue())
                .startsWith("Proposes another time: ")
                .endsWith("\nSorry");
    }

    @Test
    default void aStaleReplyShouldBeRefused() {
        String event = party("");
        String path = invite(event, "");
        link(path);
        mail(reply(path, "ACCEPTED", "20250501T100001Z")).expect(200);

        mail(reply(path, "DECLINED", "20250501T100000Z")).expectProblem(409, "answer-outdated");
        put(event, "{\"starts_at\": \"2031-05-02T18:00Z\"}").expect(200);
        mail(reply(path, "DECLINED", "20250501T110000Z")).expectProblem(409, "answer-outdated");

        assertThat(get(path).expect(200).json().path("response").textValue()).isEqualTo("accepted");
        mail(reply(path, "DECLINED", "20250501T110000Z").replace("SEQUENCE:0", "SEQUENCE:1"))
                .expect(200);
    }

    @Test
    default void aForgedOrForeignReplyShouldBeRefused() {
        String event = party("");
        String path = invite(event, "");
        String other = invite(event, "");
        String link = link(path);
        link(other);
        String good = reply(path, "ACCEPTED", "20250501T100000Z");
        String token = stored(path).links().replyToken().value();

        // Who knows the guest's address and the event, but was not asked.
        mail(good.replace(token, "0".repeat(52))).expectProblem(404, "not-found");
        // Who was asked as somebody else.
        mail(good.replace(token, stored(other).links().replyToken().value())).expectProblem(400, "invalid-input");
        // Whose link to the page is no address for replies, and the other way round.
        mail(good.replace(token, link.substring("/rsvp/".length()))).expectProblem(404, "not-found");
        get("/rsvp/" + token).expectProblem(404, "not-found");
        // Who replies to another event.
        mail(good.replaceFirst("UID:.*", "UID:another@rollcall")).expectProblem(400, "invalid-input");

        assertThat(get(path).expect(200).json().path("response").textValue()).isEqualTo("needs_action");
        assertThat(get(other).expect(200).json().path("response").textValue()).isEqualTo("needs_action");
    }

    @Test
    default void whatIsNoReplyShouldBeRefused() {
        for (String message :
                List.of("x", "Subject: Hello\n\nBob\n", REPLY.replace("METHOD:REPLY", "METHOD:REQUEST"))) {
            mail(message).expectProblem(400, "invalid-input");
        }
        call("POST", "/imip")
                .with("Content-Type", "application/json")
                .body("{}")
                .expectProblem(415, "unsupported-media-type");
        mail("x".repeat((1 << 20) + 1)).expectProblem(413, "body-too-large");
    }
}
