package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Rollcall;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.server.TestServer;
import dev.rollcall.uuid.UuidRegistration;
import dev.rollcall.uuid.UuidVersion;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What a store on a server shows when that comes and goes: only right answers, or that it is not reached, and service by
 * itself as soon as it is back.
 *
 * @param <S> the kind of server
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class AvailabilityContract<S extends TestServer> {

    /** Far beyond what it takes, because the machine that runs the tests may be slow. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int WRITERS = 64;

    private @Nullable S server;

    /** For the test of a backend. */
    protected AvailabilityContract() {}

    /**
     * Starts a server for this test alone.
     *
     * @return the server, running
     */
    protected abstract S own();

    /**
     * Makes an empty store.
     *
     * @param running where to make it
     * @param migrate whether its schema is to be brought up to date when it is reached
     * @return the settings that lead there
     */
    protected abstract StorageSettings fresh(S running, boolean migrate);

    @BeforeAll
    final void start() {
        server = own();
    }

    @AfterAll
    final void end() {
        server().close();
    }

    @Test
    final void aStoreShouldOpenBeforeItsServerAndServeOnceThatIsThere() {
        StorageSettings settings = running(true);
        server().stop();
        try (Store store = open(settings)) {
            assertUnreachable(store);

            server().start();

            served(store);
            assertThat(store.repositories()
                            .customers()
                            .put(Fresh.customerId(), Fresh.instant())
                            .inserted())
                    .isTrue();
        }
    }

    @Test
    final void aSchemaThatIsReachedLaterShouldBeLookedAtThen() {
        StorageSettings settings = running(false);
        server().stop();
        try (Store store = open(settings)) {
            server().start();

            assertThatThrownBy(() -> served(store))
                    .isInstanceOfSatisfying(
                            StoreUnavailableException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.SCHEMA_OUTDATED));
        }
    }

    @Test
    final void aServerThatIsStoppedAndStartedShouldBeServedFromAgain() {
        try (Store store = open(running(true))) {
            served(store);

            server().stop();
            assertUnreachable(store);
            server().start();

            served(store);
        }
    }

    /** Callers fail with what is true, and what was acknowledged is there. */
    @Test
    final void aServerThatIsKilledUnderLoadShouldCostNoAcknowledgedWrite() throws Exception {
        try (Rollcall rollcall = Rollcall.over(open(running(true)), InstantSource.system())) {
            ConcurrentLinkedQueue<UuidRegistration> acknowledged = new ConcurrentLinkedQueue<>();
            AtomicBoolean enough = new AtomicBoolean();
            CountDownLatch underWay = new CountDownLatch(200);
            List<RollcallException> failures = new ArrayList<>();
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<List<RollcallException>>> running = new ArrayList<>();
                for (int caller = 0; caller < WRITERS; caller++) {
                    running.add(callers.submit(() -> write(rollcall, acknowledged, enough, underWay)));
                }
                underWay.await();
                server().kill();
                server().start();
                int before = acknowledged.size();
                until(() -> acknowledged.size() > before + 100);
                enough.set(true);
                for (Future<List<RollcallException>> one : running) {
                    failures.addAll(one.get());
                }
            }

            assertThat(failures)
                    .isNotEmpty()
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOfSatisfying(
                                    StoreUnavailableException.class,
                                    unavailable -> assertThat(unavailable.reason())
                                            .isIn(Reason.UNREACHABLE, Reason.OVERLOADED, Reason.OUTCOME_UNKNOWN)));
            assertThat(acknowledged)
                    .allSatisfy(
                            one -> assertThat(rollcall.uuids().get(one.uuid())).isEqualTo(one));
        }
    }

    private static List<RollcallException> write(
            Rollcall rollcall,
            ConcurrentLinkedQueue<UuidRegistration> acknowledged,
            AtomicBoolean enough,
            CountDownLatch underWay) {
        List<RollcallException> failures = new ArrayList<>();
        while (!enough.get()) {
            try {
                acknowledged.add(rollcall.uuids().create(UuidVersion.V7));
                underWay.countDown();
            } catch (RollcallException e) {
                failures.add(e);
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        }
        return failures;
    }

    private S server() {
        return Objects.requireNonNull(server);
    }

    private StorageSettings running(boolean migrate) {
        server().start();
        return fresh(server(), migrate);
    }

    private static Store open(StorageSettings settings) {
        return StorageProvider.forUrl(settings).open(settings);
    }

    private static void assertUnreachable(Store store) {
        List<Runnable> calls = List.of(
                store::verify,
                () -> store.repositories().uuids().find(Fresh.uuid()),
                () -> store.repositories().customers().put(Fresh.customerId(), Fresh.instant()));
        assertThat(calls)
                .allSatisfy(call -> assertThatThrownBy(call::run)
                        .isInstanceOfSatisfying(StoreUnavailableException.class, e -> {
                            assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE);
                            assertThat(e.detail()).contains("can't be reached at this moment");
                        }));
    }

    /** Asks until it is served; nothing but unreachable may be said until then. */
    private static void served(Store store) {
        until(() -> {
            Outcome<Boolean> outcome = Outcome.ofSeparate(() -> {
                store.verify();
                return true;
            });
            if (outcome instanceof Outcome.Failure<Boolean>(RollcallException cause)
                    && cause instanceof StoreUnavailableException unavailable
                    && unavailable.reason() == Reason.UNREACHABLE) {
                return false;
            }
            return outcome.orThrow();
        });
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).describedAs("the end of patience").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
