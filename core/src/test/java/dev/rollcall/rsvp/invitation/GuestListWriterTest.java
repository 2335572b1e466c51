package dev.rollcall.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Callers;
import dev.rollcall.Rollcall;
import dev.rollcall.error.ConflictException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.port.Outcome;
import dev.rollcall.rsvp.event.EventChange;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventTimeInput;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.storage.Repositories;
import dev.rollcall.value.Change;
import dev.rollcall.write.GroupWriter;
import dev.rollcall.write.GroupWriterSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes of one event wait for each other, but each has a step and an outcome of its own. */
@Timeout(60)
final class GuestListWriterTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(50);

    private final InMemoryStore store = new InMemoryStore();
    private final Rollcall rollcall = Rollcall.over(store, InstantSource.fixed(NOW));
    private final GroupWriter writer = new GroupWriter(new GroupWriterSettings(1, 128, 4096, LONG, LONG));
    private final GuestListWriter guests = writer();
    private final EventId event = event();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        writer.close();
        rollcall.close();
    }

    @Test
    void aChangeThatFailsShouldNotFailThoseBehindIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Future<String> first = change(list -> {
            begun.countDown();
            return awaitGate();
        });
        begun.await();
        Future<String> refused = queue(list -> {
            throw new ConflictException("event", event.value(), "as the test wants it");
        });
        Future<String> unavailable = queue(list -> {
            throw new StoreUnavailableException(Reason.OUTCOME_UNKNOWN, "as the test wants it");
        });
        Future<String> bug = queue(list -> {
            throw new IllegalStateException("as the test wants it");
        });
        Future<String> last = queue(list -> "last");
        gate.countDown();

        assertThat(first.get()).isEqualTo("first");
        assertThat(Callers.failure(refused)).isInstanceOf(ConflictException.class);
        assertThat(Callers.failure(unavailable)).isInstanceOf(StoreUnavailableException.class);
        assertThat(Callers.failure(bug)).isInstanceOf(StoreFailureException.class);
        assertThat(Callers.outcome(last)).isEqualTo(Outcome.success("last"));
    }

    private String awaitGate() {
        try {
            gate.await();
            return "first";
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private Future<String> change(Function<GuestList, String> work) {
        FutureTask<String> call = new FutureTask<>(() -> guests.change(event, work));
        Thread unused = Thread.ofVirtual().start(call);
        return call;
    }

    /** Makes a change behind the others; returns when its caller waits for the outcome. */
    private Future<String> queue(Function<GuestList, String> work) {
        FutureTask<String> call = new FutureTask<>(() -> guests.change(event, work));
        Thread caller = Thread.ofVirtual().start(call);
        Callers.await(() -> caller.getState() == Thread.State.TIMED_WAITING);
        return call;
    }

    private GuestListWriter writer() {
        Repositories repositories = store.repositories();
        return new GuestListWriter(
                repositories.events(),
                repositories.invitations(),
                repositories.users(),
                InstantSource.fixed(NOW),
                writer);
    }

    private EventId event() {
        User organizer = rollcall.users().create(Optional.empty(), new EmailAddress("o@example.org"), Optional.empty());
        return rollcall.events().create(Optional.empty(), party(organizer.id())).id();
    }

    private static EventChange party(UserId organizer) {
        return new EventChange(
                Change.set("Party"),
                Change.keep(),
                Change.keep(),
                Change.set(organizer),
                Change.set(new EventTimeInput.AtInstant(NOW.plus(Duration.ofDays(30)))),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep());
    }
}
