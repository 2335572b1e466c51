package dev.rollcall.testkit.rsvp.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.testkit.rsvp.invitation.EventChanges;
import dev.rollcall.testkit.rsvp.invitation.Party;
import dev.rollcall.testkit.rsvp.invitation.Party.Guest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is notified of a change, and of a seat that came free. */
interface NotificationContract extends MailDeskContract {

    @Test
    default void everyGuestShouldBeToldOfAMoveAndOfTheLastAlone() {
        atADesk(Optional.empty(), desk -> {
            List<Guest> guests = desk.party().guests(25);
            desk.party().answer(guests.getFirst(), ParticipationStatus.DECLINED);
            desk.work();

            desk.party().change(EventChanges.laterStart(desk.party().event(), Duration.ofDays(1)));
            desk.party().change(EventChanges.laterStart(desk.party().event(), Duration.ofDays(2)));
            desk.work();

            assertThat(desk.recipients(NotificationKind.CHANGED))
                    .containsExactlyInAnyOrderElementsOf(Party.keys(guests));
            assertThat(desk.notifications(NotificationKind.CHANGED))
                    .allSatisfy(notification ->
                            assertThat(notification.event().sequence()).isEqualTo(2));
        });
    }

    @Test
    default void thoseWhoWouldComeShouldBeToldOfACancellation() {
        atADesk(Optional.empty(), desk -> {
            List<Guest> guests = desk.party().guests(3);
            desk.party().accept(guests.get(0), 1);
            desk.party().answer(guests.get(1), ParticipationStatus.DECLINED);
            desk.work();

            desk.party().change(EventChanges.cancelled());
            desk.work();

            assertThat(desk.recipients(NotificationKind.CANCELLED))
                    .containsExactlyInAnyOrder(
                            guests.get(0).key(), guests.get(2).key());
            assertThat(desk.notifications(NotificationKind.CANCELLED))
                    .allMatch(notification -> notification.token().isEmpty());
        });
    }

    @Test
    default void aWithdrawnGuestShouldGetThatNoticeAlone() {
        atADesk(Optional.empty(), desk -> {
            Guest guest = desk.party().guest();
            desk.party().withdraw(guest);

            desk.work();

            assertThat(desk.recipients(NotificationKind.WITHDRAWN)).containsExactly(guest.key());
            assertThat(desk.notifications(NotificationKind.INVITATION)).isEmpty();
        });
    }

    @Test
    default void aPromotedGuestShouldBeNotified() {
        atADesk(Optional.of(1), desk -> {
            List<Guest> guests = desk.party().guests(2);
            guests.forEach(guest -> desk.party().accept(guest, 1));
            desk.party().answer(guests.getFirst(), ParticipationStatus.DECLINED);

            desk.work();

            assertThat(desk.recipients(NotificationKind.PROMOTED))
                    .containsExactly(guests.get(1).key());
        });
    }

    /** More seats than one step can give: the promise is kept. */
    @Test
    default void theWholeWaitListShouldMoveUpWhereThereIsRoomForIt() {
        atADesk(Optional.of(1), desk -> {
            List<Guest> guests = new ArrayList<>(desk.party().guests(60));
            guests.forEach(guest -> desk.party().accept(guest, 1));
            desk.party().change(EventChanges.capacity(50));

            desk.work();

            assertThat(desk.party().waiting()).isEqualTo(Party.keys(guests.subList(50, 60)));
            assertThat(desk.recipients(NotificationKind.PROMOTED))
                    .containsExactlyInAnyOrderElementsOf(Party.keys(guests.subList(1, 50)));
            desk.party().assertCountsAreRight();
        });
    }
}
