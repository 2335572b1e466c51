package dev.rollcall.testkit.rsvp.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.notification.UndeliverableException;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fault.Faults;
import dev.rollcall.testkit.fault.WatchedStore;
import dev.rollcall.testkit.rsvp.invitation.Party.Guest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Who may work on a message: nobody else while a dispatcher does, and everybody soon after it has failed or died. */
interface LeaseContract extends MailDeskContract {

    int PATIENCE_SECONDS = 120;

    /** Whichever call of a dispatch the store fails, the notification is sent once, and soon. */
    @Test
    default void aFailureOfTheStoreShouldDelayANotificationAndNoMore() {
        Faults faults = new Faults();
        for (Faults.Kind kind : Faults.Kind.values()) {
            atADesk(Optional.empty(), desk -> {
                MailDesk faulty = desk.over(faults.over(store()));
                faulty.work();
                int call = 1;
                boolean failed;
                do {
                    Guest guest = desk.party().guest();
                    faults.arm(kind, call);
                    dispatch(faulty);
                    failed = faults.disarm();
                    dispatch(faulty);
                    desk.clock()
                            .advance(kind == Faults.Kind.UNREACHABLE ? Duration.ofSeconds(1) : Duration.ofMinutes(1));
                    faulty.work();

                    String what = kind + " at call " + call;
                    assertThat(desk.recipients(NotificationKind.INVITATION))
                            .as(what)
                            .filteredOn(guest.key()::equals)
                            .hasSize(1);
                    assertThat(desk.party().read(guest).delivery()).as(what).isEqualTo(Delivery.SENT);
                    assertThat(desk.party().queued(NotificationKind.INVITATION))
                            .as(what)
                            .isEmpty();
                    call++;
                } while (failed);
                assertThat(call).as("calls of a dispatch").isGreaterThan(4);
            });
        }
    }

    private static void dispatch(MailDesk desk) {
        try {
            int unused = desk.dispatcher().dispatch(100);
        } catch (RollcallException | IllegalStateException planned) {
            // The next round goes on.
        }
    }

    @Test
    default void whatADeadDispatcherHeldShouldBeSentAfterAMinute() {
        atADesk(Optional.empty(), desk -> {
            Guest guest = desk.party().guest();
            int unused = desk.over(dying(List.of(guest))).dispatcher().dispatch(100);
            assertThat(desk.party().queued(NotificationKind.INVITATION))
                    .singleElement()
                    .satisfies(message -> assertThat(message.attempts()).isEqualTo(1));

            desk.clock().advance(Duration.ofSeconds(59));
            desk.work();
            assertThat(desk.notifications(NotificationKind.INVITATION)).isEmpty();
            desk.clock().advance(Duration.ofSeconds(1));
            desk.work();

            assertThat(desk.recipients(NotificationKind.INVITATION)).containsExactly(guest.key());
        });
    }

    /** It ends at last, and takes no other notification with it. */
    @Test
    default void aNotificationThatEndsTheProcessShouldBeGivenUpAlone() {
        atADesk(Optional.empty(), desk -> {
            List<Guest> guests = desk.party().guests(3);
            for (int lives = 0; lives < 4 * FailingMailContract.MAX_ATTEMPTS; lives++) {
                MailDesk dying = desk.over(dying(guests.subList(0, 1)));
                while (dying.dispatcher().dispatch(100) > 0) {
                    // Until nothing is due.
                }
                desk.clock().advance(Duration.ofMinutes(1));
            }

            assertThat(desk.recipients(NotificationKind.INVITATION))
                    .containsExactlyInAnyOrder(
                            guests.get(1).key(), guests.get(2).key());
            assertThat(desk.party().read(guests.getFirst()).delivery().state()).isEqualTo(Delivery.State.FAILED);
            assertThat(desk.party().queued(NotificationKind.INVITATION)).isEmpty();
        });
    }

    /** A store as a dispatcher sees it that dies as soon as it has a lease on a notification to one of some guests. */
    private Store dying(List<Guest> guests) {
        AtomicBoolean dead = new AtomicBoolean();
        return WatchedStore.over(store(), call -> {
            if (dead.get() && !call.name().equals("OutboxRepository.due")) {
                throw new StoreUnavailableException(Reason.UNREACHABLE, "The process is dead.");
            }
            if (dead.get()) {
                return List.of();
            }
            Object made = call.make();
            if (call.name().equals("OutboxRepository.updateAll")
                    && ((List<?>) call.arguments()[0]).stream().anyMatch(replacement -> isTo(guests, replacement))) {
                dead.set(true);
            }
            return made;
        });
    }

    private static boolean isTo(List<Guest> guests, Object replacement) {
        OutboxMessage message = (OutboxMessage) ((Replacement<?>) replacement).next();
        return message.attempts() <= FailingMailContract.MAX_ATTEMPTS
                && guests.stream()
                        .anyMatch(guest -> message.invitation()
                                .equals(Optional.of(guest.key().id())));
    }

    /** A mail server that takes minutes: the lease is renewed, and no other dispatcher sends the notification too. */
    @Test
    default void aNotificationThatTakesMinutesShouldBeSentOnce() {
        atADesk(Optional.empty(), desk -> {
            Guest guest = desk.party().guest();
            Semaphore leases = new Semaphore(0);
            MailDesk slow = desk.over(WatchedStore.over(store(), call -> {
                Object made = call.make();
                if (call.name().equals("OutboxRepository.updateAll")) {
                    leases.release();
                }
                return made;
            }));
            MailDesk other = desk.over(store(), new CollectingMailSender());
            slow.mailSender().before(notification -> {
                if (notification
                        .invitation()
                        .filter(one -> one.key().equals(guest.key()))
                        .isPresent()) {
                    int unused = leases.drainPermits();
                    for (int i = 0; i < 4; i++) {
                        desk.clock().advance(Duration.ofSeconds(30));
                        await(leases);
                        other.work();
                    }
                }
            });

            slow.work();

            assertThat(slow.recipients(NotificationKind.INVITATION)).containsExactly(guest.key());
            assertThat(other.notifications(NotificationKind.INVITATION)).isEmpty();
            assertThat(desk.party().queued(NotificationKind.INVITATION)).isEmpty();
        });
    }

    private static void await(Semaphore renewed) {
        try {
            assertThat(renewed.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("the lease is renewed")
                    .isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    default void whatIsStoppedShouldBeGivenBack() {
        atADesk(Optional.empty(), desk -> {
            Guest guest = desk.party().guest();
            desk.mailSender().before(notification -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException stopped) {
                    throw new UndeliverableException("It was stopped.", "stopped", false, stopped);
                }
            });

            int begun = desk.dispatcher().dispatch(100, Duration.ZERO);
            assertThat(begun).isZero();
            assertThat(desk.party().queued(NotificationKind.INVITATION))
                    .singleElement()
                    .satisfies(message -> assertThat(message.attempts()).isZero());
            int stopped = desk.dispatcher().dispatch(100, Duration.ofMillis(1));
            assertThat(stopped).isPositive();

            desk.mailSender().accept();
            desk.clock().advance(Duration.ofMinutes(1));
            desk.work();
            assertThat(desk.recipients(NotificationKind.INVITATION)).containsExactly(guest.key());
        });
    }
}
