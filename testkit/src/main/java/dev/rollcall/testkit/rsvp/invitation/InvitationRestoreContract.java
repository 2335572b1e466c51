package dev.rollcall.testkit.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.contract.RestoreThenUpdateContract;
import dev.rollcall.testkit.contract.Settling;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Invitations as they are elsewhere, with their places in wait-lists. */
interface InvitationRestoreContract extends InvitationContract, RestoreThenUpdateContract<Invitation, InvitationKey> {

    @Override
    default List<Outcome<Invitation>> restoreAll(List<Invitation> things) {
        return invitations().restoreAll(things);
    }

    @Override
    default Invitation at(Revision revision, Invitation thing) {
        return new Invitation(
                thing.key(),
                thing.guest(),
                thing.partyLimit(),
                thing.message(),
                thing.reply(),
                thing.links(),
                thing.withdrawnAt(),
                thing.delivery(),
                thing.updatedAt(),
                revision);
    }

    @Override
    default List<Invitation> freshOnes(int count) {
        return InvitationContract.freshTo(event().id(), count);
    }

    @Test
    default void restoreAllShouldKeepEveryMemberOfAnInvitation() {
        Invitation bare = fresh();
        Invitation filled = Invitations.filled("Grüße 😀\r\n' \" \\ % _", Fresh.instant(), bare);
        Invitation emptied = Invitations.emptied(filled);
        Invitation withdrawn = Invitations.withdrawn(emptied);

        for (Invitation one : List.of(filled, emptied, withdrawn)) {
            assertThat(restore(one)).isEqualTo(one);
            assertStored(List.of(one));
        }
    }

    @Test
    default void restoreAllShouldTakeInvitationsToSeveralEvents() {
        List<Invitation> given =
                Stream.concat(freshOnes(2).stream(), freshOnes(3).stream()).toList();

        assertThat(restoreAll(given)).map(Outcomes::success).isEqualTo(given);
        assertStored(given);
        EventId first = given.getFirst().key().event();
        assertThat(invitations().list(first, PageRequest.first(10)).items())
                .containsExactlyInAnyOrderElementsOf(given.subList(0, 2));
    }

    @Test
    default void restoreAllShouldKeepTheOrderOfTheWaitList() {
        EventId event = event().id();
        List<Invitation> given = InvitationContract.freshTo(event, 4);
        List<Invitation> waiting = List.of(
                Invitations.waiting(10, given.get(0)),
                Invitations.waiting(9, given.get(1)),
                Invitations.waiting(100, given.get(2)),
                Invitations.answered(ParticipationStatus.DECLINED, given.get(3)));

        assertThat(restoreAll(waiting)).map(Outcomes::success).isEqualTo(waiting);
        assertThat(restoreAll(waiting)).map(Outcomes::success).isEqualTo(waiting);

        assertThat(invitations().waiting(event, 10)).containsExactly(waiting.get(1), waiting.get(0), waiting.get(2));
        assertThat(invitations().countWaitingBefore(event, 100)).isEqualTo(2);
    }

    @Test
    default void restoreAllShouldMovePlacesInTheWaitList() {
        EventId event = event().id();
        List<Invitation> given = InvitationContract.freshTo(event, 3);
        List<Invitation> before =
                List.of(Invitations.waiting(1, given.get(0)), Invitations.waiting(2, given.get(1)), given.get(2));
        List<Invitation> after = List.of(
                Invitations.waiting(9, before.get(0)),
                Invitations.answered(ParticipationStatus.ACCEPTED, before.get(1)),
                Invitations.waiting(3, before.get(2)));

        assertThat(restoreAll(before)).map(Outcomes::success).isEqualTo(before);
        assertThat(restoreAll(after)).map(Outcomes::success).isEqualTo(after);

        assertThat(invitations().waiting(event, 10)).containsExactly(after.get(2), after.get(0));
        assertThat(invitations().countWaitingBefore(event, Long.MAX_VALUE)).isEqualTo(2);
        assertStored(after);
    }

    @Test
    default void restoreAllShouldLeaveThePlaceOfWhatItRefuses() {
        Invitation later = Invitations.waiting(5, fifth());
        EventId event = later.key().event();
        restore(later);

        assertConflict(
                at(new Revision(later.createdAt(), 5), Invitations.answered(ParticipationStatus.ACCEPTED, later)));
        assertConflict(at(later.revision(), Invitations.waiting(1, later)));

        assertThat(invitations().waiting(event, 10)).containsExactly(later);
    }

    @Test
    default void writeShouldGoOnFromARestoredPlace() {
        Invitation waiting = restore(Invitations.waiting(5, fifth()));

        Invitation promoted = move(waiting, Invitations.answered(ParticipationStatus.ACCEPTED, waiting));

        assertThat(invitations().waiting(waiting.key().event(), 10)).isEmpty();
        assertStored(List.of(promoted));
    }

    @Test
    default void restoreAllShouldListTheInvitationsOfAGuestThatStand() {
        Invitation standing = restore(fifth());
        Invitation withdrawn = Invitations.withdrawn(standing);

        assertListed(standing.guest().email(), List.of(standing));
        restore(withdrawn);
        assertListed(standing.guest().email(), List.of());
    }

    @Test
    default void restoreAllShouldLeaveTheCountsOfTheEvent() {
        Invitation invitation = fresh(Instant.EPOCH);
        restore(Invitations.answered(ParticipationStatus.ACCEPTED, invitation));

        assertThat(present(invitation.key().event()).counts()).isEqualTo(EventCounts.NONE);
    }

    private void assertListed(EmailAddress guest, List<Invitation> expected) {
        assertThat(Settling.read(
                        () -> invitations().list(guest, PageRequest.first(10)).items(), expected::equals))
                .isEqualTo(expected);
    }
}
