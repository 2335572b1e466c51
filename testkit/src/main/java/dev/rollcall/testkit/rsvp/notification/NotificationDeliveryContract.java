package dev.rollcall.testkit.rsvp.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.notification.Dispatcher;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.testkit.fixture.BorrowedStore;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.MutableClock;
import dev.rollcall.testkit.rsvp.invitation.Party;
import dev.rollcall.testkit.rsvp.invitation.Party.Guest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each notification is sent once, and again where it was not taken. */
interface NotificationDeliveryContract extends MailDeskContract {

    @Test
    default void anInvitationShouldBeSentOnceWithALinkThatOpens() {
        atADesk(Optional.empty(), desk -> {
            Guest guest = desk.party().guest();
            assertThat(desk.party().read(guest).delivery()).isEqualTo(Delivery.QUEUED);

            desk.work();
            desk.work();

            Notification notification =
                    desk.notifications(NotificationKind.INVITATION).getFirst();
            assertThat(desk.recipients(NotificationKind.INVITATION)).containsExactly(guest.key());
            assertThat(notification.recipient())
                    .isEqualTo(desk.party().read(guest).guest().email());
            assertThat(notification.organizer()).isEqualTo(desk.party().organizer());
            assertThat(desk.party().read(guest).delivery()).isEqualTo(Delivery.SENT);
            assertThat(desk.party().queued(NotificationKind.INVITATION)).isEmpty();
            Guest reader = new Guest(guest.key(), notification.token().orElseThrow());
            assertThat(desk.party().accept(reader, 2).invitation().seats()).isEqualTo(2);
        });
    }

    @Test
    default void severalServersShouldShareTheWork() {
        MutableClock clock = new MutableClock(Fresh.instant());
        CollectingMailSender mailSender = new CollectingMailSender();
        try (Rollcall rollcall = Rollcall.over(new BorrowedStore(store()), clock)) {
            Party party = new Party(store(), rollcall, clock, Optional.empty(), WaitlistPolicy.OFF);
            List<Guest> guests = party.guests(60);

            Contention.among(4, server -> {
                Dispatcher dispatcher = rollcall.dispatcher(mailSender);
                int done = 0;
                while (!party.queued(NotificationKind.INVITATION).isEmpty()) {
                    done += dispatcher.dispatch(10);
                }
                return done;
            });

            assertThat(mailSender.notifications(party.event().id(), NotificationKind.INVITATION))
                    .map(notification -> notification.invitation().orElseThrow().key())
                    .containsExactlyInAnyOrderElementsOf(Party.keys(guests));
        }
    }

    @Test
    default void whatWasNotTakenShouldBeTriedAgainWithTheSameId() {
        atADesk(Optional.empty(), desk -> {
            Guest guest = desk.party().guest();
            desk.mailSender().refuse(false);
            desk.work();
            assertThat(desk.party().read(guest).delivery()).isEqualTo(Delivery.QUEUED);
            assertThat(desk.party().queued(NotificationKind.INVITATION))
                    .allMatch(message -> message.dueAt().isAfter(desk.clock().instant()));
            String id = desk.party()
                    .queued(NotificationKind.INVITATION)
                    .getFirst()
                    .id()
                    .value();

            desk.mailSender().accept();
            desk.work();
            assertThat(desk.notifications(NotificationKind.INVITATION)).isEmpty();
            desk.clock().advance(Duration.ofMinutes(1));
            desk.work();

            assertThat(desk.notifications(NotificationKind.INVITATION))
                    .map(notification -> notification.id().value())
                    .containsExactly(id);
            assertThat(desk.party().read(guest).delivery()).isEqualTo(Delivery.SENT);
        });
    }

    @Test
    default void anAddressThatRefusesShouldBeGivenUpWithTheReason() {
        atADesk(Optional.empty(), desk -> {
            Guest guest = desk.party().guest();
            desk.mailSender().refuse(true);

            desk.work();

            assertThat(desk.party().read(guest).delivery()).isEqualTo(Delivery.failed("There is no such mailbox."));
            assertThat(desk.party().queued(NotificationKind.INVITATION)).isEmpty();
        });
    }

    @Test
    default void whatIsRefusedForDaysShouldBeGivenUp() {
        atADesk(Optional.empty(), desk -> {
            Guest guest = desk.party().guest();
            desk.mailSender().refuse(false);
            for (int hours = 0; hours < 24 * 5; hours += 6) {
                desk.work();
                desk.clock().advance(Duration.ofHours(6));
            }

            assertThat(desk.party().read(guest).delivery().state()).isEqualTo(Delivery.State.FAILED);
            assertThat(desk.party().queued(NotificationKind.INVITATION)).isEmpty();
        });
    }
}
