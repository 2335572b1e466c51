package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Change;
import dev.rollcall.Rollcall;
import dev.rollcall.rsvp.Delivery;
import dev.rollcall.rsvp.Dispatcher;
import dev.rollcall.rsvp.Event;
import dev.rollcall.rsvp.EventStatus;
import dev.rollcall.rsvp.EventTimeInput;
import dev.rollcall.rsvp.Invitation;
import dev.rollcall.rsvp.InvitationKey;
import dev.rollcall.rsvp.Letter;
import dev.rollcall.rsvp.LetterKind;
import dev.rollcall.rsvp.Response;
import dev.rollcall.rsvp.Waitlist;
import dev.rollcall.testkit.Party.Guest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That what is owed is done: each letter once, to the right people, and again where it was not taken. */
interface DispatcherContract extends StoreContract {

    /** A party with its own clock and postman. What others owe is sent as well, and does not matter. */
    record Office(Party party, MutableClock clock, CollectingPostman postman, Dispatcher dispatcher) {

        void work() {
            while (dispatcher.dispatch(100) > 0) {
                // Until nothing is due.
            }
        }

        List<Letter> letters(LetterKind kind) {
            return postman.letters(party.event().id(), kind);
        }

        List<InvitationKey> recipients(LetterKind kind) {
            return letters(kind).stream()
                    .map(letter -> letter.invitation().orElseThrow().key())
                    .toList();
        }

        void passUntil(Instant moment) {
            clock.set(moment);
            work();
        }
    }

    /** What a test does in an office. */
    interface Day {
        void pass(Office office);
    }

    private void inAnOffice(Optional<Integer> capacity, Day day) {
        MutableClock clock = new MutableClock(Fresh.instant());
        CollectingPostman postman = new CollectingPostman();
        try (Rollcall rollcall = Rollcall.over(new BorrowedRepositories(repositories()), clock)) {
            Party party = new Party(repositories(), rollcall, clock, capacity, Waitlist.AUTO);
            day.pass(new Office(party, clock, postman, rollcall.dispatcher(postman)));
        }
    }

    @Test
    default void anInvitationShouldBeSentOnceWithALinkThatOpens() {
        inAnOffice(Optional.empty(), office -> {
            Guest guest = office.party().guest();
            assertThat(office.party().read(guest).delivery()).isEqualTo(Delivery.QUEUED);

            office.work();
            office.work();

            Letter letter = office.letters(LetterKind.INVITATION).getFirst();
            assertThat(office.recipients(LetterKind.INVITATION)).containsExactly(guest.key());
            assertThat(letter.recipient())
                    .isEqualTo(office.party().read(guest).guest().email());
            assertThat(letter.organizer()).isEqualTo(office.party().organizer());
            assertThat(office.party().read(guest).delivery()).isEqualTo(Delivery.SENT);
            assertThat(office.party().owed(LetterKind.INVITATION)).isEmpty();
            Guest reader = new Guest(guest.key(), letter.token().orElseThrow());
            assertThat(office.party().accept(reader, 2).invitation().seats()).isEqualTo(2);
        });
    }

    @Test
    default void severalServersShouldShareTheWork() {
        MutableClock clock = new MutableClock(Fresh.instant());
        CollectingPostman postman = new CollectingPostman();
        try (Rollcall rollcall = Rollcall.over(new BorrowedRepositories(repositories()), clock)) {
            Party party = new Party(repositories(), rollcall, clock, Optional.empty(), Waitlist.OFF);
            List<Guest> guests = party.guests(60);

            Contention.among(4, server -> {
                Dispatcher dispatcher = rollcall.dispatcher(postman);
                int done = 0;
                while (!party.owed(LetterKind.INVITATION).isEmpty()) {
                    done += dispatcher.dispatch(10);
                }
                return done;
            });

            assertThat(postman.letters(party.event().id(), LetterKind.INVITATION))
                    .map(letter -> letter.invitation().orElseThrow().key())
                    .containsExactlyInAnyOrderElementsOf(Party.keys(guests));
        }
    }

    @Test
    default void whatWasNotTakenShouldBeTriedAgainWithTheSameId() {
        inAnOffice(Optional.empty(), office -> {
            Guest guest = office.party().guest();
            office.postman().refuse(false);
            office.work();
            assertThat(office.party().read(guest).delivery()).isEqualTo(Delivery.QUEUED);
            assertThat(office.party().owed(LetterKind.INVITATION))
                    .allMatch(message -> message.dueAt().isAfter(office.clock().instant()));
            String id =
                    office.party().owed(LetterKind.INVITATION).getFirst().id().value();

            office.postman().accept();
            office.work();
            assertThat(office.letters(LetterKind.INVITATION)).isEmpty();
            office.clock().advance(Duration.ofMinutes(1));
            office.work();

            assertThat(office.letters(LetterKind.INVITATION))
                    .map(letter -> letter.id().value())
                    .containsExactly(id);
            assertThat(office.party().read(guest).delivery()).isEqualTo(Delivery.SENT);
        });
    }

    @Test
    default void anAddressThatRefusesShouldBeGivenUpWithTheReason() {
        inAnOffice(Optional.empty(), office -> {
            Guest guest = office.party().guest();
            office.postman().refuse(true);

            office.work();

            assertThat(office.party().read(guest).delivery()).isEqualTo(Delivery.failed("There is no such mailbox."));
            assertThat(office.party().owed(LetterKind.INVITATION)).isEmpty();
        });
    }

    @Test
    default void whatIsRefusedForDaysShouldBeGivenUp() {
        inAnOffice(Optional.empty(), office -> {
            Guest guest = office.party().guest();
            office.postman().refuse(false);
            for (int hours = 0; hours < 24 * 5; hours += 6) {
                office.work();
                office.clock().advance(Duration.ofHours(6));
            }

            assertThat(office.party().read(guest).delivery().state()).isEqualTo(Delivery.State.FAILED);
            assertThat(office.party().owed(LetterKind.INVITATION)).isEmpty();
        });
    }

    @Test
    default void everyGuestShouldBeToldOfAMoveAndOfTheLastAlone() {
        inAnOffice(Optional.empty(), office -> {
            List<Guest> guests = office.party().guests(25);
            office.party().answer(guests.getFirst(), Response.DECLINED);
            office.work();

            move(office, Duration.ofDays(1));
            move(office, Duration.ofDays(2));
            office.work();

            assertThat(office.recipients(LetterKind.CHANGED)).containsExactlyInAnyOrderElementsOf(Party.keys(guests));
            assertThat(office.letters(LetterKind.CHANGED))
                    .allSatisfy(letter -> assertThat(letter.event().sequence()).isEqualTo(2));
        });
    }

    @Test
    default void thoseWhoWouldComeShouldBeToldOfACancellation() {
        inAnOffice(Optional.empty(), office -> {
            List<Guest> guests = office.party().guests(3);
            office.party().accept(guests.get(0), 1);
            office.party().answer(guests.get(1), Response.DECLINED);
            office.work();

            office.party()
                    .change(Party.changing(
                            Change.keep(), Change.keep(), Change.keep(), Change.set(EventStatus.CANCELLED)));
            office.work();

            assertThat(office.recipients(LetterKind.CANCELLED))
                    .containsExactlyInAnyOrder(
                            guests.get(0).key(), guests.get(2).key());
            assertThat(office.letters(LetterKind.CANCELLED))
                    .allMatch(letter -> letter.token().isEmpty());
        });
    }

    @Test
    default void whoeverIsWithdrawnShouldBeToldAndGetNothingElse() {
        inAnOffice(Optional.empty(), office -> {
            Guest guest = office.party().guest();
            office.party().withdraw(guest);

            office.work();

            assertThat(office.recipients(LetterKind.WITHDRAWN)).containsExactly(guest.key());
            assertThat(office.letters(LetterKind.INVITATION)).isEmpty();
        });
    }

    @Test
    default void whoeverMovesUpShouldBeTold() {
        inAnOffice(Optional.of(1), office -> {
            List<Guest> guests = office.party().guests(2);
            guests.forEach(guest -> office.party().accept(guest, 1));
            office.party().answer(guests.getFirst(), Response.DECLINED);

            office.work();

            assertThat(office.recipients(LetterKind.PROMOTED))
                    .containsExactly(guests.get(1).key());
        });
    }

    /** More seats than one step can give: the promise is kept. */
    @Test
    default void theWholeWaitListShouldMoveUpWhereThereIsRoomForIt() {
        inAnOffice(Optional.of(1), office -> {
            List<Guest> guests = new ArrayList<>(office.party().guests(60));
            guests.forEach(guest -> office.party().accept(guest, 1));
            office.party().change(Party.changing(Change.keep(), Change.set(50), Change.keep(), Change.keep()));

            office.work();

            assertThat(office.party().waiting()).isEqualTo(Party.keys(guests.subList(50, 60)));
            assertThat(office.recipients(LetterKind.PROMOTED))
                    .containsExactlyInAnyOrderElementsOf(Party.keys(guests.subList(1, 50)));
            office.party().assertCountsAreRight();
        });
    }

    @Test
    default void remindersShouldGoToThoseWhomTheyConcern() {
        inAnOffice(Optional.empty(), office -> {
            List<Guest> guests = office.party().guests(3);
            office.party().accept(guests.get(0), 1);
            office.party().answer(guests.get(1), Response.DECLINED);
            office.work();
            Event event = office.party().event();
            Instant start = event.details().startsAt().instant();

            office.passUntil(start.minus(Duration.ofDays(2)).minusSeconds(1));
            assertThat(office.letters(LetterKind.DEADLINE_REMINDER)).isEmpty();
            office.passUntil(start.minus(Duration.ofDays(2)));
            assertThat(office.recipients(LetterKind.DEADLINE_REMINDER))
                    .containsExactly(guests.get(2).key());
            office.passUntil(start.minus(Duration.ofDays(1)));
            assertThat(office.recipients(LetterKind.START_REMINDER))
                    .containsExactly(guests.get(0).key());
            office.passUntil(start);
            assertThat(office.letters(LetterKind.DEADLINE_REMINDER)).hasSize(1);
        });
    }

    @Test
    default void remindersOfATimeThatIsNoMoreShouldNotBeSent() {
        inAnOffice(Optional.empty(), office -> {
            Guest guest = office.party().guest();
            office.party().accept(guest, 1);
            office.work();
            Instant start = office.party().event().details().startsAt().instant();

            move(office, Duration.ofDays(10));
            office.passUntil(start);
            assertThat(office.letters(LetterKind.START_REMINDER)).isEmpty();
            office.party().accept(guest, 1);
            office.passUntil(start.plus(Duration.ofDays(9)));
            assertThat(office.recipients(LetterKind.START_REMINDER)).containsExactly(guest.key());
        });
    }

    @Test
    default void theOrganizerShouldHaveOneDigestOfAnHoursAnswers() {
        inAnOffice(Optional.empty(), office -> {
            office.clock().set(office.clock().instant().truncatedTo(ChronoUnit.HOURS));
            List<Guest> guests = office.party().guests(4);
            office.party().accept(guests.get(0), 1);
            office.party().answer(guests.get(1), Response.DECLINED);
            office.work();
            assertThat(office.letters(LetterKind.DIGEST)).isEmpty();

            office.clock().advance(Duration.ofHours(1));
            office.party().accept(guests.get(2), 1);
            office.work();

            Letter digest = office.letters(LetterKind.DIGEST).getFirst();
            assertThat(office.letters(LetterKind.DIGEST)).hasSize(1);
            assertThat(digest.recipient()).isEqualTo(office.party().organizer().email());
            assertThat(digest.answered())
                    .map(Invitation::key)
                    .containsExactlyInAnyOrder(
                            guests.get(0).key(), guests.get(1).key());
            office.clock().advance(Duration.ofHours(1));
            office.work();
            assertThat(office.letters(LetterKind.DIGEST)).hasSize(2);
        });
    }

    private static void move(Office office, Duration later) {
        Instant start = office.party().event().details().startsAt().instant();
        office.party()
                .change(Party.changing(
                        Change.set(new EventTimeInput.AtInstant(start.plus(later))),
                        Change.keep(),
                        Change.keep(),
                        Change.keep()));
    }
}
