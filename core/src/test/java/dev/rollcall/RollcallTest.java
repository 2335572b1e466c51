package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.customer.CustomerId;
import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.number.ExactNumber;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.Store;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidRegistration;
import dev.rollcall.uuid.UuidRepository;
import dev.rollcall.uuid.UuidVersion;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RollcallTest {

    @Test
    void openShouldServeTheFiveSystems() {
        try (Rollcall rollcall = Rollcall.open("memory:")) {
            rollcall.verify();
            UuidRegistration uuid = rollcall.uuids().create(UuidVersion.V7);
            assertThat(rollcall.uuids().get(uuid.uuid())).isEqualTo(uuid);
            var guid = rollcall.guids().create(Optional.empty(), new GuidUser("ann"), Optional.empty());
            assertThat(rollcall.guids().get(guid.guid())).isEqualTo(guid);
            var user = rollcall.users().create(Optional.empty(), new EmailAddress("ann@example.org"), Optional.empty());
            assertThat(rollcall.users().get(user.id())).isEqualTo(user);
            assertThat(rollcall.customers().put(new CustomerId("c1")).inserted())
                    .isTrue();
            assertThat(rollcall.numbers().put(ExactNumber.parse("1.50")).inserted())
                    .isTrue();
            assertThat(rollcall.events().list(PageRequest.first(1)).items()).isEmpty();
        }
    }

    @Test
    void openShouldRefuseAnUnknownScheme() {
        assertThatThrownBy(() -> Rollcall.open("carrier-pigeon:")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void timesShouldBeCutToMicroseconds() {
        SteppingClock clock = SteppingClock.at("2031-05-01T18:00:00.123456789Z");
        try (Rollcall rollcall = Rollcall.over(new InMemoryStore(), clock)) {
            assertThat(rollcall.uuids().create(UuidVersion.V4).createdAt()).isEqualTo("2031-05-01T18:00:00.123456Z");
        }
    }

    @Test
    void updatedAtShouldNeverGoBack() {
        SteppingClock clock = SteppingClock.at("2031-05-01T18:00:00Z");
        try (Rollcall rollcall = Rollcall.over(new InMemoryStore(), clock, new SecureRandom())) {
            Uuid uuid = rollcall.uuids().create(UuidVersion.V7).uuid();
            clock.move(Duration.ofSeconds(-10));
            assertThat(rollcall.uuids().put(uuid).stored().updatedAt()).isEqualTo("2031-05-01T18:00:00Z");
            clock.move(Duration.ofSeconds(20));
            assertThat(rollcall.uuids().put(uuid).stored().updatedAt()).isEqualTo("2031-05-01T18:00:10Z");
        }
    }

    @Test
    void batchOfUuidsShouldBeBounded() {
        try (Rollcall rollcall = Rollcall.open("memory:")) {
            assertThat(rollcall.uuids().create(UuidVersion.V7, 1000))
                    .hasSize(1000)
                    .isSortedAccordingTo((one, other) -> one.uuid().compareTo(other.uuid()));
            assertThatThrownBy(() -> rollcall.uuids().create(UuidVersion.V7, 0))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> rollcall.uuids().create(UuidVersion.V7, 1001))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void oneOf64CallersShouldGetAnId() {
        try (Rollcall rollcall = Rollcall.open("memory:");
                Callers callers = new Callers()) {
            List<Outcome<String>> outcomes = Callers.outcomes(callers.callTogether(
                    64,
                    number -> rollcall.users()
                            .create(
                                    Optional.of(new UserId("ann")),
                                    new EmailAddress("ann" + number + "@example.org"),
                                    Optional.empty())
                            .id()
                            .value()));
            assertThat(outcomes).filteredOn(Outcome.Success.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(Outcome.Failure.class::isInstance)
                    .allSatisfy(
                            failed -> assertThatThrownBy(failed::orThrow).isInstanceOf(AlreadyExistsException.class));
        }
    }

    @Test
    void closeShouldFinishTheWritesThatWaitBeforeItClosesTheStore() throws InterruptedException {
        try (Callers callers = new Callers()) {
            GatedUuids gated = new GatedUuids();
            Rollcall rollcall = Rollcall.over(gated, InstantSource.system());
            List<Future<UuidRegistration>> writes =
                    callers.callTogether(64, number -> rollcall.uuids().create(UuidVersion.V7));
            gated.entered.acquireUninterruptibly();
            Thread closing = Thread.ofPlatform().start(rollcall::close);
            Callers.await(() -> closing.getState() == Thread.State.TIMED_WAITING);
            assertThat(gated.closed.getCount()).isEqualTo(1);
            gated.permits.release(1_000);
            closing.join();
            assertThat(gated.closed.getCount()).isZero();

            for (Future<UuidRegistration> write : writes) {
                switch (Callers.outcome(write)) {
                    case Outcome.Success<UuidRegistration>(UuidRegistration stored) ->
                        assertThat(gated.memory.uuids().find(stored.uuid())).contains(stored);
                    // It came when the writer was closing already.
                    case Outcome.Failure<UuidRegistration>(RollcallException refused) ->
                        assertThat(refused)
                                .isInstanceOfSatisfying(
                                        StoreUnavailableException.class,
                                        late -> assertThat(late.reason()).isEqualTo(Reason.UNREACHABLE));
                }
            }
            assertThatThrownBy(() -> rollcall.uuids().create(UuidVersion.V7))
                    .isInstanceOf(StoreUnavailableException.class);
        }
    }

    /** Memory whose UUIDs are added only when that is let. */
    private static final class GatedUuids implements Store, Repositories.Decorator {

        private final Repositories memory = new InMemoryStore().repositories();
        private final Semaphore entered = new Semaphore(0);
        private final Semaphore permits = new Semaphore(0);
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public Repositories repositories() {
            return memory.decorated(this);
        }

        @Override
        public <P> P decorate(Class<P> type, P port) {
            if (type != UuidRepository.class) {
                return port;
            }
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        entered.release();
                        permits.acquireUninterruptibly();
                        try {
                            return method.invoke(port, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    }));
        }

        @Override
        public int writers() {
            return 1;
        }

        @Override
        public void verify() {
            // Memory can always serve.
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
