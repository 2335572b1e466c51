package dev.rollcall.testkit.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.invitation.ForeignReplies;
import dev.rollcall.rsvp.invitation.Guest;
import dev.rollcall.rsvp.invitation.GuestReply;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationLinks;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.UserName;
import dev.rollcall.testkit.contract.ResourceContract;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An invitation comes back with everything that it was stored with. */
interface InvitationContentContract extends InvitationContract {

    @Test
    default void writeShouldKeepEveryMemberOfAnAddedInvitation() {
        EventId event = event().id();
        List<Invitation> added = Stream.concat(
                        ResourceContract.AWKWARD_MOMENTS.stream()
                                .map(moment -> filled("Grüße 😀\r\n' \" \\ % _", moment, event)),
                        Stream.of(
                                filled("😀".repeat(2_000), Fresh.instant(), event),
                                Fresh.invitation(event, Fresh.instant()),
                                longest(event)))
                .toList();

        write(GuestListDraft.from(present(event)).add(added));

        assertThat(added).allSatisfy(one -> assertThat(lookUp(one.key())).contains(one));
    }

    @Test
    default void writeShouldSetAndClearEveryMember() {
        Invitation bare = stored();
        Invitation filled = move(bare, Invitations.filled("Text 😀", Fresh.instant(), bare));
        assertThat(lookUp(bare.key())).contains(filled);
        Invitation emptied = move(filled, Invitations.emptied(filled));
        assertThat(lookUp(bare.key())).contains(emptied);
        Invitation withdrawn = move(emptied, Invitations.withdrawn(emptied));
        assertThat(lookUp(bare.key())).contains(withdrawn);
        Invitation renewed = move(withdrawn, Invitations.emptied(withdrawn));
        assertThat(lookUp(bare.key())).contains(renewed);
    }

    /** Several are changed by one statement where a store has such: each must get its own. */
    @Test
    default void writeShouldGiveEachOfSeveralItsOwnMembers() {
        EventId event = event().id();
        List<Invitation> before = invite(event, 5);
        List<Invitation> next = List.of(
                Invitations.filled("Text", Instant.parse("2031-03-09T02:30:00.000001Z"), before.get(0)),
                Invitations.emptied(before.get(1)),
                Invitations.withdrawn(before.get(2)),
                Invitations.waiting(7, before.get(3)),
                Invitations.rewritten(before.get(4)));
        GuestListDraft step = GuestListDraft.from(present(event));
        for (int i = 0; i < before.size(); i++) {
            step = step.change(before.get(i), next.get(i));
        }

        write(step);

        assertThat(next).allSatisfy(one -> assertThat(lookUp(one.key())).contains(one));
    }

    @Test
    default void updateAllShouldLeaveTheAnswerAsItIs() {
        Invitation bare = stored();
        Invitation waiting = move(bare, Invitations.filled("Text", Fresh.instant(), bare));

        Invitation rewritten = update(replace(waiting, Invitations.rewritten(waiting)));

        assertThat(lookUp(bare.key())).contains(rewritten);
        assertThat(invitations().waiting(bare.key().event(), 10)).containsExactly(rewritten);
    }

    @Test
    default void findAllShouldGiveThoseThatAreThere() {
        EventId event = event().id();
        List<Invitation> known = invite(event, 4);
        Invitation withdrawn = move(known.getLast(), Invitations.withdrawn(known.getLast()));
        Invitation elsewhere = stored();
        Set<InvitationId> wanted = new HashSet<>();
        known.stream().limit(2).forEach(one -> wanted.add(one.key().id()));
        wanted.add(withdrawn.key().id());
        wanted.add(elsewhere.key().id());

        assertThat(invitations().findAll(event, wanted))
                .containsExactlyInAnyOrder(known.get(0), known.get(1), withdrawn);
        assertThat(invitations().findAll(event, Set.of())).isEmpty();
    }

    @Test
    default void findAllShouldTakeAsManyAsItSays() {
        EventId event = event().id();
        List<Invitation> known = invite(event, 98);
        Set<InvitationId> wanted = Stream.concat(
                        known.stream().map(one -> one.key().id()),
                        Stream.generate(() -> InvitationId.of(event, Fresh.email()))
                                .limit(902))
                .collect(Collectors.toSet());

        assertThat(invitations().findAll(event, wanted)).containsExactlyInAnyOrderElementsOf(known);
    }

    private static Invitation filled(String text, Instant moment, EventId event) {
        Invitation first = Fresh.invitation(event, moment);
        return Invitations.filled(text, moment, first);
    }

    /** Each text is as long as it may be, or empty. */
    private static Invitation longest(EventId event) {
        String label = "a".repeat(57) + ".";
        EmailAddress email = new EmailAddress(
                " ".repeat(33) + Fresh.word() + Fresh.word() + "@" + label.repeat(3) + "example.org" + " ".repeat(30));
        Instant now = Fresh.instant();
        return new Invitation(
                new InvitationKey(event, InvitationId.of(event, email)),
                new Guest(email, Optional.of(new UserName("😀".repeat(200))), Optional.empty()),
                Optional.of(1),
                Optional.of(""),
                new GuestReply(
                        new Answer(ParticipationStatus.TENTATIVE, 1, Optional.of("😀".repeat(1_000))),
                        Standing.NONE,
                        Optional.empty(),
                        Optional.of(now),
                        0,
                        Optional.empty(),
                        new ForeignReplies(Collections.nCopies(
                                ForeignReplies.MAX, new ForeignReplies.Reply(now, "v".repeat(254))))),
                new InvitationLinks(new LinkToken("v".repeat(52)), 0),
                Optional.of(now),
                Delivery.failed("😀".repeat(500)),
                now,
                new Revision(now, 1));
    }
}
