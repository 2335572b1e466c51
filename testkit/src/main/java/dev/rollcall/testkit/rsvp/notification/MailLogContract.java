package dev.rollcall.testkit.rsvp.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.notification.DispatchLoop;
import dev.rollcall.rsvp.notification.UndeliverableException;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.testkit.fault.WatchedStore;
import dev.rollcall.testkit.fixture.Logged;
import dev.rollcall.testkit.rsvp.invitation.Party.Guest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** The texts of mail servers, drivers and libraries hold addresses and tokens of links. They are not logged. */
interface MailLogContract extends MailDeskContract {

    String SECRETS = "<ann@example.org> 0123456789abcdefghijklmnopqrstuv0123456789abcdefghij";

    private static void assertNoSecretsIn(String log) {
        assertThat(log).doesNotContain("ann@", "example.org", "0123456789abcdef");
    }

    @Test
    default void whatAMailServerSaysShouldBeOnTheInvitationAndNotInTheLog() {
        for (boolean permanent : new boolean[] {true, false}) {
            atADesk(Optional.empty(), desk -> {
                Guest guest = desk.party().guest();
                String said = "The mail server refused the address: 550 5.1.1 " + SECRETS;
                desk.mailSender().before(notification -> {
                    throw new UndeliverableException(said, "SMTP 550", permanent, new IOException(SECRETS));
                });

                String log = Logged.during(() -> {
                    for (int day = 0; day < 5 * 4; day++) {
                        desk.work();
                        desk.clock().advance(Duration.ofHours(6));
                    }
                });

                assertNoSecretsIn(log);
                assertThat(desk.party().read(guest).delivery()).isEqualTo(Delivery.failed(said));
            });
        }
    }

    /** Whatever is thrown where a notification is made, sent, or its fate noted. */
    @Test
    default void whatOthersSayShouldNotBeLogged() {
        List<RuntimeException> failures = List.of(
                new IllegalStateException(SECRETS),
                new UncheckedIOException(new IOException(SECRETS)),
                new StoreFailureException(
                        "The store failed.",
                        new SQLIntegrityConstraintViolationException(
                                "Duplicate entry '" + SECRETS + "' for key", "23000", 1062)),
                new StoreUnavailableException(
                        Reason.OVERLOADED, "The store is busy.", new SQLException("busy at " + SECRETS)));
        for (String port : List.of("EventRepository", "InvitationRepository", "LinkRepository", "OutboxRepository")) {
            for (RuntimeException failure : failures) {
                atADesk(Optional.empty(), desk -> {
                    Guest unused = desk.party().guest();
                    MailDesk failing = desk.over(WatchedStore.over(store(), call -> {
                        if (call.name().startsWith(port) && !call.name().endsWith(".due")) {
                            throw failure;
                        }
                        return call.make();
                    }));

                    assertNoSecretsIn(Logged.during(() -> {
                        try {
                            int begun = failing.dispatcher().dispatch(100);
                            assertThat(begun).isPositive();
                        } catch (RuntimeException leasing) {
                            assertThat(leasing).isInstanceOf(RollcallException.class);
                        }
                    }));
                    assertThat(desk.party().queued(NotificationKind.INVITATION)).hasSize(1);
                });
            }
        }
    }

    /** A round that fails is not the last one, and its failure is logged without what others say. */
    @Test
    default void aLoopShouldGoOnAfterFailures() {
        atADesk(Optional.empty(), desk -> {
            Semaphore rounds = new Semaphore(0);
            MailDesk failing = desk.over(WatchedStore.over(store(), call -> {
                if (call.name().equals("OutboxRepository.due")) {
                    rounds.release();
                    throw new StackOverflowError(SECRETS);
                }
                return call.make();
            }));

            String log = Logged.during(() -> {
                try (DispatchLoop loop = new DispatchLoop(failing.dispatcher(), Duration.ofNanos(1))) {
                    assertThat(loop).isNotNull();
                    rounds.acquireUninterruptibly(3);
                }
            });

            assertThat(log).contains("StackOverflowError");
            assertNoSecretsIn(log);
        });
    }
}
