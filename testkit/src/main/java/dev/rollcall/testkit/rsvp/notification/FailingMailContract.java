package dev.rollcall.testkit.rsvp.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.notification.UndeliverableException;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.outbox.OutboxJob;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.fault.WatchedStore;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.rsvp.invitation.EventChanges;
import dev.rollcall.testkit.rsvp.invitation.Party.Guest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Notifications that fail at each attempt: the attempts have an end, and the pauses between them grow. */
interface FailingMailContract extends MailDeskContract {

    /** After so many attempts a notification is given up. */
    int MAX_ATTEMPTS = 16;

    /** Works every six hours, the longest pause between two attempts. */
    private static void passDays(MailDesk desk, int days) {
        for (int hours = 0; hours < 24 * days; hours += 6) {
            desk.work();
            desk.clock().advance(Duration.ofHours(6));
        }
    }

    private List<AnswerLink> links(Guest guest) {
        return Listing.all(repositories().links()::list, PageRequest.MAX_LIMIT).stream()
                .filter(link -> link.invitation().equals(guest.key()))
                .toList();
    }

    /** Whatever a mail library throws. */
    @Test
    default void aMailThatFailsUnforeseenShouldBeGivenUp() {
        List<Supplier<? extends Throwable>> failures =
                List.of(IllegalStateException::new, StackOverflowError::new, NoClassDefFoundError::new);
        for (Supplier<? extends Throwable> failure : failures) {
            atADesk(Optional.empty(), desk -> {
                Guest guest = desk.party().guest();
                int before = links(guest).size();
                AtomicInteger attempts = new AtomicInteger();
                desk.mailSender().before(notification -> {
                    if (notification.event().id().equals(desk.party().event().id())) {
                        attempts.incrementAndGet();
                        throwUnchecked(failure.get());
                    }
                });

                passDays(desk, 7);

                assertThat(attempts).hasValue(MAX_ATTEMPTS);
                assertThat(desk.party().queued(NotificationKind.INVITATION)).isEmpty();
                Delivery delivery = desk.party().read(guest).delivery();
                assertThat(delivery.state()).isEqualTo(Delivery.State.FAILED);
                assertThat(delivery.reason().orElseThrow())
                        .contains(failure.get().getClass().getSimpleName());
                assertThat(links(guest)).as("one link for all attempts").hasSize(before + 1);
            });
        }
    }

    /** Of every kind: a notification to a guest, a notification to all guests, a reminder, a digest, and a wait-list to move up. */
    @Test
    default void whatCannotBeComposedShouldBeGivenUp() {
        atADesk(Optional.of(1), desk -> {
            List<Guest> guests = desk.party().guests(3);
            guests.forEach(guest -> desk.party().accept(guest, 1));
            Event event =
                    desk.party().change(EventChanges.laterStart(desk.party().event(), Duration.ofDays(1)));
            repositories()
                    .outbox()
                    .enqueue(List.of(promotion(event, desk.clock().instant())));
            assertThat(desk.party().queued())
                    .map(OutboxMessage::task)
                    .contains(
                            NotificationKind.INVITATION,
                            NotificationKind.CHANGED,
                            OutboxJob.PROMOTION,
                            NotificationKind.DIGEST,
                            NotificationKind.DEADLINE_REMINDER,
                            NotificationKind.START_REMINDER);
            int messages = desk.party().queued().size();
            AtomicInteger attempts = new AtomicInteger();
            MailDesk poisoned = desk.over(poisoned(desk, attempts));

            passDays(poisoned, 7);
            poisoned.passUntil(desk.party().event().details().startsAt().instant());
            passDays(poisoned, 7);

            assertThat(desk.party().queued()).isEmpty();
            assertThat(attempts).hasValue(messages * MAX_ATTEMPTS);
            assertThat(guests)
                    .allSatisfy(guest -> assertThat(
                                    desk.party().read(guest).delivery().state())
                            .isEqualTo(Delivery.State.FAILED));
        });
    }

    private Store poisoned(MailDesk desk, AtomicInteger attempts) {
        return WatchedStore.over(store(), call -> {
            if (call.name().equals("EventRepository.find")
                    && call.arguments()[0].equals(desk.party().event().id())) {
                attempts.incrementAndGet();
                throw new IllegalStateException("poison");
            }
            return call.make();
        });
    }

    @Test
    default void thePausesBetweenAttemptsShouldGrow() {
        atADesk(Optional.empty(), desk -> {
            Guest guest = desk.party().guest();
            desk.mailSender().refuse(false);

            List<Duration> pauses = pauses(desk);

            assertThat(pauses.getFirst()).isEqualTo(Duration.ofMinutes(1));
            assertThat(pauses).isSorted().hasSize(MAX_ATTEMPTS - 1).last().isEqualTo(Duration.ofHours(6));
            assertThat(desk.party().read(guest).delivery()).isEqualTo(Delivery.failed("There is no such mailbox."));
        });
    }

    /** The first pauses are short, for a store is often busy for a moment only; and no notification is given up within a day. */
    @Test
    default void aBusyStoreShouldBePatientlyTriedAgain() {
        atADesk(Optional.empty(), desk -> {
            Guest guest = desk.party().guest();
            MailDesk busy = desk.over(WatchedStore.over(store(), call -> {
                if (call.name().equals("LinkRepository.addAll")) {
                    throw new StoreUnavailableException(Reason.OVERLOADED, "The store is busy.");
                }
                return call.make();
            }));

            List<Duration> pauses = pauses(busy);

            assertThat(pauses).isSorted().hasSize(MAX_ATTEMPTS - 1);
            assertThat(pauses.getFirst()).isEqualTo(Duration.ofSeconds(1));
            assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isGreaterThan(Duration.ofDays(1));
            assertThat(desk.party().read(guest).delivery().state()).isEqualTo(Delivery.State.FAILED);
        });
    }

    /** Attempts at an invitation until it is given up. */
    private static List<Duration> pauses(MailDesk desk) {
        List<Duration> pauses = new ArrayList<>();
        desk.work();
        for (int attempts = 1; !desk.party().queued(NotificationKind.INVITATION).isEmpty(); attempts++) {
            OutboxMessage message =
                    desk.party().queued(NotificationKind.INVITATION).getFirst();
            assertThat(message.attempts()).isEqualTo(attempts);
            Instant now = desk.clock().instant();
            pauses.add(Duration.between(now, message.dueAt()));
            desk.passUntil(message.dueAt().minusNanos(1000));
            assertThat(desk.party().queued(NotificationKind.INVITATION))
                    .as("not before")
                    .containsExactly(message);
            desk.passUntil(message.dueAt());
        }
        return pauses;
    }

    /** As a library does that was compiled against others. */
    private static void throwUnchecked(Throwable failure) throws UndeliverableException {
        switch (failure) {
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new UndeliverableException("Not taken.", "not taken", false, failure);
        }
    }

    private static OutboxMessage promotion(Event event, Instant now) {
        return new OutboxMessage(
                new MessageId(Fresh.word()),
                OutboxJob.PROMOTION,
                event.id(),
                Optional.empty(),
                event.sequence(),
                now,
                0,
                Revision.first(now));
    }
}
