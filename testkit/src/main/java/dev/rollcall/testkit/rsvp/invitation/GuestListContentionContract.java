package dev.rollcall.testkit.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many write to one guest list at the same moment, and nothing of it is lost or done twice. */
interface GuestListContentionContract extends InvitationContract {

    @Test
    default void theCountsShouldBeExactHoweverManyInviteAtOnce() {
        EventId event = event().id();
        int writers = 16;
        int each = 4;

        List<List<Invitation>> added = Contention.among(
                writers,
                writer ->
                        IntStream.range(0, each).mapToObj(i -> inviteOne(event)).toList());

        List<Invitation> all = added.stream().flatMap(List::stream).toList();
        assertThat(present(event).counts().invited()).isEqualTo(writers * each);
        assertThat(present(event).revision().count()).isEqualTo(1 + writers * each);
        assertThat(Listing.<Invitation, InvitationId>all(
                        request -> invitations().list(event, request), 100))
                .isEqualTo(InvitationContract.inOrder(all));
    }

    @Test
    default void oneOfACrowdShouldWriteToOneRevision() {
        Event event = event();

        List<Boolean> written = Contention.among(
                16, writer -> isWritten(GuestListDraft.from(event).add(Fresh.invitation(event.id(), Fresh.instant()))));

        assertThat(written).filteredOn(one -> one).hasSize(1);
        assertThat(invitations().list(event.id(), PageRequest.first(10)).items())
                .hasSize(1);
    }

    /** One writer answers by the guest list, the other tells what became of the mail; the answer must not get lost. */
    @Test
    default void anAnswerAndAnUpdateShouldNotOverwriteEachOther() {
        for (int round = 0; round < 10; round++) {
            Invitation before = stored();
            Event event = present(before.key().event());
            Invitation answered = Invitations.answered(ParticipationStatus.DECLINED, before);
            Invitation rewritten = Invitations.rewritten(before);

            List<Boolean> done = Contention.among(
                    2,
                    side -> side == 0
                            ? isWritten(GuestListDraft.from(event).change(before, answered))
                            : isDone(() -> update(replace(before, rewritten))));

            assertThat(done).containsOnlyOnce(true);
            assertThat(lookUp(before.key())).contains(done.getFirst() ? answered : rewritten);
        }
    }

    private Invitation inviteOne(EventId event) {
        Invitation invitation = Fresh.invitation(event, Fresh.instant());
        while (true) {
            Event now = present(event);
            if (isWritten(GuestListDraft.to(now, invitedOneMore(now)).add(invitation))) {
                return invitation;
            }
        }
    }

    private static Event invitedOneMore(Event event) {
        return new Event(
                event.id(),
                event.details(),
                event.uid(),
                event.sequence(),
                new EventCounts(event.counts().invited() + 1, 0, 0, 0, 0, 0),
                event.updatedAt(),
                event.revision().next());
    }

    private boolean isWritten(GuestListDraft step) {
        return isDone(() -> write(step));
    }

    /** Whether something was written; where the store has too much to do it was not, and the port says so. */
    private static boolean isDone(Runnable write) {
        try {
            write.run();
            return true;
        } catch (PreconditionFailedException moved) {
            return false;
        } catch (StoreUnavailableException busy) {
            assertThat(busy.reason()).isEqualTo(Reason.OVERLOADED);
            return false;
        }
    }
}
