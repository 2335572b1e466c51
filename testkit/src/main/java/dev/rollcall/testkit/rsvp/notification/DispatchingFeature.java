package dev.rollcall.testkit.rsvp.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.BorrowedStore;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.MutableClock;
import dev.rollcall.testkit.rsvp.invitation.EventChanges;
import dev.rollcall.testkit.rsvp.invitation.Party;
import dev.rollcall.testkit.rsvp.invitation.Party.Guest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What a dispatcher must be able to do that has no other rights on a store than it needs. The messages that it sends are queued by somebody who
 * has them all.
 */
public interface DispatchingFeature {

    /**
     * The store for those who invite and answer.
     *
     * @return the store, the same at each call
     */
    Store store();

    /**
     * The same store for the dispatcher.
     *
     * @return the store, the same at each call
     */
    Store restricted();

    private void atADesk(Optional<Integer> capacity, Consumer<MailDesk> day) {
        MutableClock clock = new MutableClock(Fresh.instant().truncatedTo(ChronoUnit.HOURS));
        CollectingMailSender mailSender = new CollectingMailSender();
        try (Rollcall everybody = Rollcall.over(new BorrowedStore(store()), clock);
                Rollcall office = Rollcall.over(new BorrowedStore(restricted()), clock)) {
            Party party = new Party(store(), everybody, clock, capacity, WaitlistPolicy.AUTO);
            day.accept(new MailDesk(party, clock, mailSender, office.dispatcher(mailSender)));
        }
    }

    /** Sends notifications to one guest, and keeps what became of them. */
    @Test
    default void aNotificationShouldBeSentAndItsFateKept() {
        atADesk(Optional.empty(), desk -> {
            Guest guest = desk.party().guest();
            desk.mailSender().refuse(false);
            desk.work();
            assertThat(desk.party().read(guest).delivery()).isEqualTo(Delivery.QUEUED);

            desk.mailSender().accept();
            desk.clock().advance(Duration.ofMinutes(1));
            desk.work();

            assertThat(desk.sent(NotificationKind.INVITATION)).isEqualTo(1);
            assertThat(desk.party().read(guest).delivery()).isEqualTo(Delivery.SENT);
        });
    }

    /** Owes each guest a notification, and sums up for the organizer. */
    @Test
    default void allGuestsAndTheOrganizerShouldBeWrittenTo() {
        atADesk(Optional.empty(), desk -> {
            List<Guest> guests = desk.party().guests(3);
            desk.party().accept(guests.getFirst(), 1);
            desk.work();
            desk.clock().advance(Duration.ofHours(1));
            desk.work();
            desk.clock().set(desk.party().event().details().startsAt().instant().minus(Duration.ofDays(1)));
            desk.work();

            assertThat(desk.sent(NotificationKind.DIGEST)).isEqualTo(1);
            assertThat(desk.sent(NotificationKind.DEADLINE_REMINDER)).isEqualTo(2);
            assertThat(desk.sent(NotificationKind.START_REMINDER)).isEqualTo(1);
        });
    }

    /** Moves a wait-list up in steps of its own: the change of the event makes the first of them, the dispatcher two. */
    @Test
    default void theWaitListShouldMoveUp() {
        atADesk(Optional.of(1), desk -> {
            // Each promotion writes five items.
            int seats = 2 * store().repositories().invitations().maxWeight() / 5 + 10;
            List<Guest> guests = desk.party().guests(seats + 10);
            guests.forEach(guest -> desk.party().accept(guest, 1));
            desk.party().change(EventChanges.capacity(seats));

            desk.work();

            assertThat(desk.party().waiting()).isEqualTo(Party.keys(guests.subList(seats, seats + 10)));
            assertThat(desk.sent(NotificationKind.PROMOTED)).isEqualTo(seats - 1);
            desk.party().assertCountsAreRight();
        });
    }
}
