package dev.rollcall.testkit.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.testkit.fixture.Invitations;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The wait-list of an event. */
interface WaitlistContract extends InvitationContract {

    @Test
    default void waitingShouldHaveTheOrderOfThePlaces() {
        EventId event = event().id();
        List<Invitation> known = invite(event, 7);
        // Numbers, and not texts: 9 is before 10. Against the order of the ids, and of the writes.
        Invitation last = wait(9_000_000_000_000L, known.get(0));
        Invitation third = wait(11, known.get(1));
        Invitation second = wait(10, known.get(2));
        Invitation fourth = wait(100, known.get(3));
        Invitation first = wait(9, known.get(4));
        move(known.get(5), Invitations.answered(ParticipationStatus.ACCEPTED, known.get(5)));
        Invitation elsewhere = stored();
        wait(1, elsewhere);

        List<Invitation> expected = List.of(first, second, third, fourth, last);
        assertThat(invitations().waiting(event, 1_000)).isEqualTo(expected);
        assertThat(invitations().waiting(event, 5)).isEqualTo(expected);
        assertThat(invitations().waiting(event, 2)).containsExactly(first, second);
        assertThat(invitations().waiting(event, 1)).containsExactly(first);
        assertThat(invitations().waiting(event().id(), 10)).isEmpty();
    }

    @Test
    default void countWaitingBeforeShouldCountTheSmallerPlaces() {
        EventId event = event().id();
        List<Invitation> known = invite(event, 5);
        long[] places = {1, 9, 10, 100, 5_000_000_000L};
        for (int i = 0; i < places.length; i++) {
            wait(places[i], known.get(i));
        }

        for (int i = 0; i < places.length; i++) {
            assertThat(invitations().countWaitingBefore(event, places[i])).isEqualTo(i);
            assertThat(invitations().countWaitingBefore(event, places[i] + 1)).isEqualTo(i + 1);
        }
        assertThat(invitations().countWaitingBefore(event, Long.MAX_VALUE)).isEqualTo(5);
        assertThat(invitations().countWaitingBefore(event().id(), 7)).isZero();
    }

    @Test
    default void nobodyShouldWaitWhoGotASeatOrGaveUp() {
        EventId event = event().id();
        List<Invitation> waiting = invite(event, 4).stream()
                .map(one -> wait(one.hashCode() & 0xff, one))
                .toList();
        Invitation staying = waiting.get(0);
        move(waiting.get(1), Invitations.answered(ParticipationStatus.ACCEPTED, waiting.get(1)));
        move(waiting.get(2), Invitations.answered(ParticipationStatus.DECLINED, waiting.get(2)));
        move(waiting.get(3), Invitations.withdrawn(waiting.get(3)));

        assertThat(invitations().waiting(event, 10)).containsExactly(staying);
        assertThat(invitations().countWaitingBefore(event, Long.MAX_VALUE)).isEqualTo(1);
    }

    @Test
    default void whoWaitsShouldBeAbleToTakeAnotherPlace() {
        EventId event = event().id();
        List<Invitation> known = invite(event, 2);
        Invitation hasty = wait(1, known.get(0));
        Invitation patient = wait(2, known.get(1));

        Invitation later = wait(3, hasty);

        assertThat(invitations().waiting(event, 10)).containsExactly(patient, later);
        assertThat(invitations().countWaitingBefore(event, 3)).isEqualTo(1);
        Invitation still = wait(3, later);
        assertThat(invitations().waiting(event, 10)).containsExactly(patient, still);
        Invitation mailed = update(replace(patient, Invitations.rewritten(patient)));
        assertThat(invitations().waiting(event, 10)).containsExactly(mailed, still);
    }

    private Invitation wait(long place, Invitation invitation) {
        return move(invitation, Invitations.waiting(place, invitation));
    }
}
