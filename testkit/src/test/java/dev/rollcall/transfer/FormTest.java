package dev.rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.InvalidInputException;
import dev.rollcall.rsvp.AnswerKey;
import dev.rollcall.rsvp.EventId;
import dev.rollcall.rsvp.Invitation;
import dev.rollcall.rsvp.InvitationKey;
import dev.rollcall.rsvp.LinkOwner;
import dev.rollcall.testkit.Assorted;
import dev.rollcall.testkit.Fresh;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is written in its portable form is read again as it was. */
class FormTest {

    @Property(tries = 300)
    void everyThingShouldBeReadAsItWasWritten(@ForAll long seed) {
        Assorted things = new Assorted(new Random(seed));
        requireRoundTrip(Kind.UUIDS, things.uuid());
        requireRoundTrip(Kind.GUIDS, things.guid());
        requireRoundTrip(Kind.USERS, things.user());
        requireRoundTrip(Kind.EVENTS, things.event(Fresh.userId()));
        Invitation invitation = things.invitation(new EventId(Fresh.word()));
        requireRoundTrip(Kind.INVITATIONS, invitation);
        requireRoundTrip(Kind.ANSWERS, things.answer(invitation.key()));
        requireRoundTrip(Kind.ANSWER_LINKS, things.answerLink(invitation.key()));
        requireRoundTrip(Kind.SECRET_LINKS, things.secretLink(LinkOwner.of(things.user())));
        requireRoundTrip(Kind.OUTBOX, things.owed(invitation.key()));
        requireRoundTrip(Kind.CUSTOMERS, things.customer());
        requireRoundTrip(Kind.NUMBERS, things.number());
    }

    @Property(tries = 50)
    void everyMemberShouldCountInTheDigest(@ForAll long seed) {
        Members members = Kind.EVENTS.write(new Assorted(new Random(seed)).event(Fresh.userId()));
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
        Members members = Kind.USERS.write(new Assorted(new Random(1)).user());
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
        assertThatThrownBy(() -> Kind.USERS.read(new Members(members)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(
                        "#/user_id", "#/email", "#/nick", "#/created_at", "#/revision", "#/updated_at");
    }

    @Example
    void readShouldNameAllThatIsWrongWithAnInvitation() {
        Map<String, String> members = new LinkedHashMap<>(Kind.INVITATIONS
                .write(Fresh.invitation(new EventId("e"), Fresh.instant()))
                .values());
        members.put("invitation_id", "1");
        members.put("party_size", "-3");
        members.put("party_limit", "some");
        members.put("reply_token", "secret");
        members.put("delivery", "lost");
        assertThatThrownBy(() -> Kind.INVITATIONS.read(new Members(members)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(
                        "#/invitation_id", "#/party_size", "#/party_limit", "#/reply_token", "#/delivery");
    }

    @Example
    void readShouldRefuseAnInvitationThatContradictsItself() {
        Map<String, String> members = new LinkedHashMap<>(Kind.INVITATIONS
                .write(Fresh.invitation(new EventId("e"), Fresh.instant()))
                .values());
        members.put("standing", "confirmed");
        assertThatThrownBy(() -> Kind.INVITATIONS.read(new Members(members)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("contradict");
    }

    @Example
    void readShouldNameAllThatIsWrongWithLinksAndMessages() {
        assertThatThrownBy(
                        () -> Kind.SECRET_LINKS.read(new Members(Map.of("subject", "user:1", "hash", "A".repeat(64)))))
                .hasMessageContainingAll("#/subject", "#/hash");
        assertThatThrownBy(() -> Kind.ANSWER_LINKS.read(new Members(Map.of("generation", "-1"))))
                .hasMessageContainingAll("#/generation", "#/hash", "#/event_id", "#/invitation_id");
        assertThatThrownBy(() -> Kind.OUTBOX.read(new Members(Map.of("message_id", "a b", "kind", "spam"))))
                .hasMessageContainingAll("#/message_id", "#/kind", "#/due_at", "#/attempts", "#/sequence");
        assertThatThrownBy(() -> Kind.ANSWERS.read(new Members(Map.of("number", "0", "before_response", "maybe"))))
                .hasMessageContainingAll("#/number", "#/before_response", "#/after_response", "#/at", "#/channel");
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
        Map<String, String> members = new LinkedHashMap<>(Kind.EVENTS
                .write(new Assorted(new Random(1)).event(Fresh.userId()))
                .values());
        members.put("starts_at_local", "1999-01-01T00:00:00.000000");
        assertThatThrownBy(() -> Kind.EVENTS.read(new Members(members))).hasMessageContaining("starts_at_local");
    }

    private static <T> void requireRoundTrip(Kind<T> feature, T thing) {
        assertThat(feature.read(feature.write(thing))).isEqualTo(thing);
    }
}
