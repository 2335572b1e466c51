package dev.rollcall.transfer.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.answer.AnswerKey;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.testkit.fixture.Assorted;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.transfer.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is written in its portable form is read again as it was. */
class RecordCodecTest {

    @Property(tries = 300)
    void everyThingShouldBeReadAsItWasWritten(@ForAll long seed) {
        Assorted things = new Assorted(new Random(seed));
        requireRoundTrip(RecordType.UUIDS, things.uuid());
        requireRoundTrip(RecordType.GUIDS, things.guid());
        requireRoundTrip(RecordType.USERS, things.user());
        requireRoundTrip(RecordType.EVENTS, things.event(Fresh.userId()));
        Invitation invitation = things.invitation(new EventId(Fresh.word()));
        requireRoundTrip(RecordType.INVITATIONS, invitation);
        requireRoundTrip(RecordType.ANSWERS, things.answer(invitation.key()));
        requireRoundTrip(RecordType.ANSWER_LINKS, things.answerLink(invitation.key()));
        requireRoundTrip(RecordType.SECRET_LINKS, things.secretLink(LinkOwner.of(things.user())));
        requireRoundTrip(RecordType.OUTBOX, things.message(invitation.key()));
        requireRoundTrip(RecordType.CUSTOMERS, things.customer());
        requireRoundTrip(RecordType.NUMBERS, things.number());
    }

    @Property(tries = 50)
    void everyMemberShouldCountInTheDigest(@ForAll long seed) {
        Members members = RecordType.EVENTS.write(new Assorted(new Random(seed)).event(Fresh.userId()));
        members.values().keySet().forEach(name -> {
            Map<String, String> other = new LinkedHashMap<>(members.values());
            other.merge(name, "x", String::concat);
            assertThat(new Members(other).digest()).as(name).isNotEqualTo(members.digest());
            other.remove(name);
            assertThat(new Members(other).digest()).as(name).isNotEqualTo(members.digest());
        });
    }

    @Example
    void theOrderOfMembersShouldNotCountInTheDigest() {
        Members members = RecordType.USERS.write(new Assorted(new Random(1)).user());
        List<String> names = new ArrayList<>(members.values().keySet()).reversed();
        Map<String, String> reversed = new LinkedHashMap<>();
        names.forEach(name -> reversed.put(name, members.values().getOrDefault(name, "")));
        assertThat(new Members(reversed).digest()).isEqualTo(members.digest());
    }

    @Example
    void readShouldNameAllThatIsWrong() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("user_id", "a b");
        members.put("nick", "ann");
        members.put("created_at", "yesterday");
        members.put("revision", "0");
        assertThatThrownBy(() -> RecordType.USERS.read(new Members(members)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(
                        "user_id: ", "email: ", "nick: ", "created_at: ", "revision: ", "updated_at: ");
    }

    @Example
    void readShouldNameAllThatIsWrongWithAnInvitation() {
        Map<String, String> members = new LinkedHashMap<>(RecordType.INVITATIONS
                .write(Fresh.invitation(new EventId("e"), Fresh.instant()))
                .values());
        members.put("invitation_id", "1");
        members.put("party_size", "-3");
        members.put("party_limit", "some");
        members.put("reply_token", "secret");
        members.put("delivery", "lost");
        assertThatThrownBy(() -> RecordType.INVITATIONS.read(new Members(members)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(
                        "invitation_id: ", "party_size: ", "party_limit: ", "reply_token: ", "delivery: ");
    }

    @Example
    void readShouldRefuseAnInvitationThatContradictsItself() {
        Map<String, String> members = new LinkedHashMap<>(RecordType.INVITATIONS
                .write(Fresh.invitation(new EventId("e"), Fresh.instant()))
                .values());
        members.put("standing", "confirmed");
        assertThatThrownBy(() -> RecordType.INVITATIONS.read(new Members(members)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("contradict");
    }

    @Example
    void readShouldNameAllThatIsWrongWithLinksAndMessages() {
        assertThatThrownBy(() ->
                        RecordType.SECRET_LINKS.read(new Members(Map.of("subject", "user:1", "hash", "A".repeat(64)))))
                .hasMessageContainingAll("subject: ", "hash: ");
        assertThatThrownBy(() -> RecordType.ANSWER_LINKS.read(new Members(Map.of("generation", "-1"))))
                .hasMessageContainingAll("generation: ", "hash: ", "event_id: ", "invitation_id: ");
        assertThatThrownBy(() -> RecordType.OUTBOX.read(new Members(Map.of("message_id", "a b", "kind", "spam"))))
                .hasMessageContainingAll("message_id: ", "kind: ", "due_at: ", "attempts: ", "sequence: ");
        assertThatThrownBy(
                        () -> RecordType.ANSWERS.read(new Members(Map.of("number", "0", "before_response", "maybe"))))
                .hasMessageContainingAll("number: ", "before_response: ", "after_response: ", "at: ", "channel: ");
    }

    @Example
    void keysShouldBeReadAsTheyWereWritten() {
        InvitationKey invitation =
                Fresh.invitation(new EventId("a.b~c-D_9"), Fresh.instant()).key();
        AnswerKey answer = new AnswerKey(invitation, Long.MAX_VALUE);
        assertThat(InvitationKey.parse(invitation.toString())).isEqualTo(invitation);
        assertThat(AnswerKey.parse(answer.toString())).isEqualTo(answer);
        for (String text : List.of("", "/", "e", "e/1", invitation + "/", invitation + "/x")) {
            assertThatThrownBy(() -> AnswerKey.parse(text)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Example
    void readShouldRefuseATimeThatIsAnotherMoment() {
        Map<String, String> members = new LinkedHashMap<>(RecordType.EVENTS
                .write(new Assorted(new Random(1)).event(Fresh.userId()))
                .values());
        members.put("starts_at_local", "1999-01-01T00:00:00.000000");
        assertThatThrownBy(() -> RecordType.EVENTS.read(new Members(members))).hasMessageContaining("starts_at_local");
    }

    private static <T> void requireRoundTrip(RecordType<T> feature, T thing) {
        assertThat(feature.read(feature.write(thing))).isEqualTo(thing);
    }
}
