package dev.rollcall.persistence.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Outcome;
import dev.rollcall.Rollcall;
import dev.rollcall.RollcallException;
import dev.rollcall.StoreUnavailableException;
import dev.rollcall.StoreUnavailableException.Reason;
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.Fresh;
import dev.rollcall.testkit.server.DynamoDbServer;
import dev.rollcall.testkit.server.EndpointServer;
import dev.rollcall.uuid.UuidRegistration;
import dev.rollcall.uuid.UuidVersion;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An endpoint that comes and goes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AvailabilityTest {

    /** Far beyond what it takes, because the machine that runs the tests may be slow. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int WRITERS = 64;

    private EndpointServer server;

    @BeforeAll
    void start() {
        server = DynamoDbServer.own();
    }

    @AfterAll
    void end() {
        server.close();
    }

    @Test
    void aStoreShouldOpenBeforeItsEndpointAndServeOnceThatIsThere() {
        StorageSettings settings = createdTables();
        server.stop();
        try (Repositories repositories = open(settings)) {
            assertUnreachable(repositories);

            server.start();

            served(repositories);
            assertThat(repositories
                            .customers()
                            .put(Fresh.customerId(), Fresh.instant())
                            .inserted())
                    .isTrue();
        }
    }

    @Test
    void tablesThatAreReachedLaterShouldBeLookedAtThen() {
        server.stop();
        try (Repositories repositories = open(Stores.settings(server, "prefix=" + Stores.freshPrefix()))) {
            server.start();

            assertThatThrownBy(() -> served(repositories))
                    .isInstanceOfSatisfying(
                            StoreUnavailableException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.SCHEMA_OUTDATED));
        }
    }

    @Test
    void tablesThatAreReachedLaterShouldBeCreatedThenWhereTheUrlSaysSo() {
        server.stop();
        try (Repositories repositories = open(Stores.settings(server, "create=true&prefix=" + Stores.freshPrefix()))) {
            server.start();

            served(repositories);
        }
    }

    /** Callers fail with what is true, and what was acknowledged is there. */
    @Test
    void anEndpointThatIsKilledUnderLoadShouldCostNoAcknowledgedWrite() throws Exception {
        try (Rollcall rollcall = Rollcall.over(open(createdTables()), InstantSource.system())) {
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
                server.kill();
                server.start();
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

    private StorageSettings createdTables() {
        server.start();
        String prefix = Stores.freshPrefix();
        Stores.createTables(server.endpoint(), prefix);
        return Stores.settings(server, "prefix=" + prefix);
    }

    private static Repositories open(StorageSettings settings) {
        return new DynamoDbStorageProvider().open(settings);
    }

    private static void assertUnreachable(Repositories repositories) {
        List<Runnable> calls = List.of(
                repositories::verify,
                () -> repositories.uuids().find(Fresh.uuid()),
                () -> repositories.customers().put(Fresh.customerId(), Fresh.instant()));
        assertThat(calls)
                .allSatisfy(call -> assertThatThrownBy(call::run)
                        .isInstanceOfSatisfying(StoreUnavailableException.class, e -> {
                            assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE);
                            assertThat(e.detail()).startsWith("DynamoDB can't be reached");
                        }));
    }

    /** Asks until it is served; nothing but unreachable may be said until then. */
    private static void served(Repositories repositories) {
        until(() -> {
            Outcome<Boolean> outcome = Outcome.of(() -> {
                repositories.verify();
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
