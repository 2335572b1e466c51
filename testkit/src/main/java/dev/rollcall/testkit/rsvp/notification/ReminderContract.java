package dev.rollcall.testkit.rsvp.notification;

import static dev.rollcall.testkit.contract.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.rsvp.invitation.EventChanges;
import dev.rollcall.testkit.rsvp.invitation.Party.Guest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is sent when its time has come: reminders to guests, and digests to organizers. */
interface ReminderContract extends MailDeskContract {

    @Test
    default void remindersShouldGoToThoseWhomTheyConcern() {
        atADesk(Optional.empty(), desk -> {
            List<Guest> guests = desk.party().guests(3);
            desk.party().accept(guests.get(0), 1);
            desk.party().answer(guests.get(1), ParticipationStatus.DECLINED);
            desk.work();
            Event event = desk.party().event();
            Instant start = event.details().startsAt().instant();

            desk.passUntil(start.minus(Duration.ofDays(2)).minusSeconds(1));
            assertThat(desk.notifications(NotificationKind.DEADLINE_REMINDER)).isEmpty();
            desk.passUntil(start.minus(Duration.ofDays(2)));
            assertThat(desk.recipients(NotificationKind.DEADLINE_REMINDER))
                    .containsExactly(guests.get(2).key());
            desk.passUntil(start.minus(Duration.ofDays(1)));
            assertThat(desk.recipients(NotificationKind.START_REMINDER))
                    .containsExactly(guests.get(0).key());
            desk.passUntil(start);
            assertThat(desk.notifications(NotificationKind.DEADLINE_REMINDER)).hasSize(1);
        });
    }

    @Test
    default void remindersOfATimeThatIsNoMoreShouldNotBeSent() {
        atADesk(Optional.empty(), desk -> {
            Guest guest = desk.party().guest();
            desk.party().accept(guest, 1);
            desk.work();
            Instant start = desk.party().event().details().startsAt().instant();

            desk.party().change(EventChanges.laterStart(desk.party().event(), Duration.ofDays(10)));
            desk.passUntil(start);
            assertThat(desk.notifications(NotificationKind.START_REMINDER)).isEmpty();
            desk.party().accept(guest, 1);
            desk.passUntil(start.plus(Duration.ofDays(9)));
            assertThat(desk.recipients(NotificationKind.START_REMINDER)).containsExactly(guest.key());
        });
    }

    @Test
    default void theOrganizerShouldHaveOneDigestOfAnHoursAnswers() {
        atADesk(Optional.empty(), desk -> {
            desk.clock().set(desk.clock().instant().truncatedTo(ChronoUnit.HOURS));
            List<Guest> guests = desk.party().guests(4);
            desk.party().accept(guests.get(0), 1);
            desk.party().answer(guests.get(1), ParticipationStatus.DECLINED);
            desk.work();
            assertThat(desk.notifications(NotificationKind.DIGEST)).isEmpty();

            desk.clock().advance(Duration.ofHours(1));
            desk.party().accept(guests.get(2), 1);
            desk.work();

            Notification digest = desk.notifications(NotificationKind.DIGEST).getFirst();
            assertThat(desk.notifications(NotificationKind.DIGEST)).hasSize(1);
            assertThat(digest.recipient()).isEqualTo(desk.party().organizer().email());
            assertThat(digest.answered())
                    .map(Invitation::key)
                    .containsExactlyInAnyOrder(
                            guests.get(0).key(), guests.get(1).key());
            desk.clock().advance(Duration.ofHours(1));
            desk.work();
            assertThat(desk.notifications(NotificationKind.DIGEST)).hasSize(2);
        });
    }

    @Test
    default void theDigestShouldTellOfAProposalAndOnceOfEachForeignAddress() {
        atADesk(Optional.empty(), desk -> {
            desk.clock().set(desk.clock().instant().truncatedTo(ChronoUnit.HOURS));
            Guest guest = desk.party().guest();
            EmailAddress stranger = Fresh.email();
            for (int i = 0; i < 3; i++) {
                refused(
                        InvalidInputException.class,
                        () -> desk.party()
                                .answer(desk.party().reply(guest).by(stranger).made()));
            }
            desk.clock().advance(Duration.ofHours(1));
            desk.work();
            refused(
                    InvalidInputException.class,
                    () -> desk.party()
                            .answer(desk.party().reply(guest).by(stranger).made()));
            desk.party()
                    .answer(desk.party().reply(guest).proposing("Later, please").made());
            desk.clock().advance(Duration.ofHours(1));
            desk.work();

            assertThat(desk.notifications(NotificationKind.DIGEST)).hasSize(2);
            Notification first = desk.notifications(NotificationKind.DIGEST).getFirst();
            assertThat(first.answered()).isEmpty();
            assertThat(first.foreign())
                    .containsExactly(new Notification.ForeignReply(
                            desk.party().read(guest).guest(), stranger.key()));
            Notification second = desk.notifications(NotificationKind.DIGEST).getLast();
            assertThat(second.foreign()).isEmpty();
            assertThat(second.answered()).map(Invitation::key).containsExactly(guest.key());
            assertThat(second.answered().getFirst().answer().comment()).contains("Later, please");
        });
    }
}
