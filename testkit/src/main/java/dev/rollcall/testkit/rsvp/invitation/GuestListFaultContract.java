package dev.rollcall.testkit.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.InvitationDraft;
import dev.rollcall.rsvp.invitation.InvitationOutcome;
import dev.rollcall.rsvp.invitation.Rsvp;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.testkit.contract.StoreContract;
import dev.rollcall.testkit.fault.FaultTrial;
import dev.rollcall.testkit.fault.Faults;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.MutableClock;
import dev.rollcall.testkit.rsvp.invitation.Party.Guest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What callers get who change an event or its guest list while the store fails must be what is stored. */
interface GuestListFaultContract extends StoreContract {

    /** Makes an event anew, for one person, for each call that fails. */
    private void underFaults(Function<Party, FaultTrial<?>> trial) {
        Faults faults = new Faults();
        MutableClock clock = new MutableClock(Fresh.instant());
        try (Rollcall rollcall = Rollcall.over(faults.over(store()), clock)) {
            FaultTrial.runAll(
                    faults,
                    () -> trial.apply(new Party(store(), rollcall, clock, Optional.of(1), WaitlistPolicy.AUTO)));
        }
    }

    /** The event with all its invitations and the histories of their answers. */
    private static List<Object> state(Party party, List<Guest> guests) {
        return List.of(
                party.event(),
                party.invitations(),
                guests.stream().map(party::history).toList());
    }

    /** The guest gets what is stored: of the invitation, of the event, and of the place in the wait-list. */
    private static void assertStored(Party party, Guest guest, Rsvp told) {
        assertThat(told.event()).isEqualTo(party.event());
        assertThat(told.invitation()).isEqualTo(party.read(guest));
        assertThat(told.organizer()).isEqualTo(party.organizer());
        int place = party.waiting().indexOf(guest.key());
        assertThat(told.position()).isEqualTo(place < 0 ? Optional.empty() : Optional.of(place + 1));
    }

    private static void assertMovedUp(Party party, Guest guest) {
        assertThat(party.standing(guest)).isEqualTo(Standing.CONFIRMED);
        assertThat(party.queued(NotificationKind.PROMOTED)).hasSize(1);
        party.assertCountsAreRight();
    }

    /** Two guests for one seat: the first has it, the second waits for it. */
    private static List<Guest> oneComesAndOneWaits(Party party) {
        List<Guest> guests = party.guests(2);
        guests.forEach(guest -> party.accept(guest, 1));
        return guests;
    }

    /** A waiting guest gets the seat of a guest who declines, or both stay as they were. */
    @Test
    default void aSeatThatComesFreeByAnAnswerShouldBeGivenOn() {
        underFaults(party -> {
            List<Guest> guests = oneComesAndOneWaits(party);
            return new FaultTrial<>(
                    () -> party.answer(guests.get(0), ParticipationStatus.DECLINED),
                    () -> state(party, guests),
                    told -> assertStored(party, guests.get(0), told),
                    () -> assertMovedUp(party, guests.get(1)));
        });
    }

    /** A guest who joins the wait-list, or waits there already, gets the position in it. */
    @Test
    default void anAnswerOfAWaitingGuestShouldBeStoredOrNot() {
        underFaults(party -> {
            List<Guest> guests = party.guests(3);
            party.accept(guests.get(0), 1);
            party.accept(guests.get(1), 1);
            return new FaultTrial<>(
                    () -> party.accept(guests.get(2), 1),
                    () -> state(party, guests),
                    told -> assertStored(party, guests.get(2), told),
                    () -> assertThat(party.waiting()).isEqualTo(Party.keys(guests.subList(1, 3))));
        });
        underFaults(party -> {
            List<Guest> guests = party.guests(3);
            guests.forEach(guest -> party.accept(guest, 1));
            return new FaultTrial<>(
                    () -> party.answer(guests.get(2), ParticipationStatus.ACCEPTED),
                    () -> state(party, guests),
                    told -> assertStored(party, guests.get(2), told),
                    () -> assertThat(party.waiting()).isEqualTo(Party.keys(guests.subList(1, 3))));
        });
    }

    /** A waiting guest gets the seat of a guest whose invitation is withdrawn. */
    @Test
    default void aSeatThatComesFreeByAWithdrawalShouldBeGivenOn() {
        underFaults(party -> {
            List<Guest> guests = oneComesAndOneWaits(party);
            return new FaultTrial<>(
                    () -> party.withdraw(guests.get(0)),
                    () -> state(party, guests),
                    told -> assertThat(told).isEqualTo(party.read(guests.get(0))),
                    () -> assertMovedUp(party, guests.get(1)));
        });
    }

    /** A waiting guest gets a seat that is added. */
    @Test
    default void aSeatThatIsAddedShouldBeGivenOn() {
        underFaults(party -> {
            List<Guest> guests = oneComesAndOneWaits(party);
            return new FaultTrial<>(
                    () -> party.change(EventChanges.capacity(2)),
                    () -> state(party, guests),
                    told -> assertThat(told).isEqualTo(party.event()),
                    () -> assertMovedUp(party, guests.get(1)));
        });
    }

    /** An event is cancelled with the mail that says so, or not at all. */
    @Test
    default void aCancellationShouldBeStoredOrNot() {
        underFaults(party -> {
            List<Guest> guests = party.guests(1);
            return new FaultTrial<>(
                    () -> party.change(EventChanges.cancelled()),
                    () -> state(party, guests),
                    told -> assertThat(told).isEqualTo(party.event()),
                    () -> {
                        assertThat(party.event().details().status()).isEqualTo(EventStatus.CANCELLED);
                        assertThat(party.queued(NotificationKind.CANCELLED)).hasSize(1);
                    });
        });
    }

    /** An event without guests is changed, and then removed. */
    @Test
    default void anEventWithoutGuestsShouldBeChangedOrRemovedOrNot() {
        underFaults(party -> new FaultTrial<>(
                () -> party.change(EventChanges.capacity(2)),
                party::event,
                told -> assertThat(told).isEqualTo(party.event()),
                () -> assertThat(party.event().details().capacity()).contains(2)));
        underFaults(party -> {
            Event event = party.event();
            return new FaultTrial<>(
                    () -> {
                        party.remove();
                        return event;
                    },
                    () -> repositories().events().find(event.id()),
                    removed -> {},
                    () -> assertThat(repositories().events().find(event.id())).isEmpty());
        });
    }

    /** A mail with a new link is queued once. */
    @Test
    default void anInvitationThatIsSentAgainShouldBeStoredOrNot() {
        underFaults(party -> {
            Guest guest = party.guest();
            return new FaultTrial<>(
                    () -> party.resend(guest, 0),
                    () -> state(party, List.of(guest)),
                    told -> assertThat(told).isEqualTo(party.read(guest)),
                    () -> assertThat(party.read(guest).links().generation()).isEqualTo(1));
        });
    }

    /** Those who are invited in one step are invited together, each once. */
    @Test
    default void aFewInvitationsShouldBeStoredOrNot() {
        underFaults(party -> {
            InvitationDraft user = new InvitationDraft(
                    Optional.empty(), Optional.of(party.organizer().id()), Optional.empty(), Optional.empty());
            InvitationDraft stranger = Party.stranger();
            return new FaultTrial<>(
                    () -> party.invite(user, stranger),
                    () -> state(party, List.of()),
                    told -> assertThat(told)
                            .map(outcome -> ((InvitationOutcome.Created) outcome).invitation())
                            .containsExactlyInAnyOrderElementsOf(party.invitations()),
                    () -> {
                        assertThat(party.invitations()).hasSize(2);
                        assertThat(party.queued(NotificationKind.INVITATION)).hasSize(2);
                    });
        });
    }
}
