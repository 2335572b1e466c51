package dev.rollcall.persistence.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.persistence.dynamodb.FaultyEndpoint.Fault;
import dev.rollcall.persistence.dynamodb.item.KeyedExecutor;
import dev.rollcall.port.Outcome;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.server.DynamoDbServer;
import dev.rollcall.uuid.UuidRegistration;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Callers whom DynamoDB keeps waiting hold nothing that others need. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BulkheadTest {

    private static final Instant NOW = Fresh.instant();

    private final String prefix = Stores.createTables();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private FaultyEndpoint endpoint;
    private Store store;

    @BeforeAll
    void open() throws IOException {
        endpoint = new FaultyEndpoint(DynamoDbServer.shared().endpoint());
        store = new DynamoDbStorageProvider().open(Stores.settings(endpoint.endpoint(), "prefix=" + prefix));
        // The first request looks at the tables.
        store.verify();
    }

    @AfterEach
    void serveAgain() {
        endpoint.faultsOf(Map.of());
    }

    @AfterAll
    void close() {
        callers.close();
        store.close();
        endpoint.close();
    }

    @Test
    void callersOfOtherTablesShouldBeServedWhileOneTableIsThrottled() throws Exception {
        endpoint.faultsOf(Map.of(prefix + "uuids", Fault.THROTTLED));
        List<Future<Outcome<UuidRegistration>>> waiting = addAsMany(registrations());

        assertOthersAreServed();

        end(waiting);
    }

    /** Their requests are under way, so that every permit of the table is held. */
    @Test
    void callersOfOtherTablesShouldBeServedWhileOneTableDoesNotAnswer() throws Exception {
        endpoint.faultsOf(Map.of(prefix + "uuids", Fault.SILENT));
        List<Future<Outcome<UuidRegistration>>> waiting = addAsMany(registrations());

        assertOthersAreServed();

        end(waiting);
    }

    /** A pause before another attempt holds no permit, so that the same table serves others meanwhile. */
    @Test
    void callersOfTheSameTableShouldBeServedWhileOthersPause() throws Exception {
        List<UuidRegistration> throttled = registrations();
        endpoint.faultsOf(
                throttled.stream().collect(Collectors.toMap(one -> one.uuid().toString(), one -> Fault.THROTTLED)));
        List<Future<Outcome<UuidRegistration>>> waiting = addAsMany(throttled);

        UuidRegistration served = UuidRegistration.first(Fresh.uuid(), NOW);
        assertThat(store.repositories().uuids().add(served)).isEqualTo(served);

        end(waiting);
    }

    private static List<UuidRegistration> registrations() {
        return IntStream.range(0, KeyedExecutor.IN_FLIGHT)
                .mapToObj(i -> UuidRegistration.first(Fresh.uuid(), NOW))
                .toList();
    }

    /** Returns when each of them has met its fault at least once. */
    private List<Future<Outcome<UuidRegistration>>> addAsMany(List<UuidRegistration> given) {
        List<Future<Outcome<UuidRegistration>>> waiting = new ArrayList<>();
        given.forEach(one -> waiting.add(callers.submit(
                () -> Outcome.ofSeparate(() -> store.repositories().uuids().add(one)))));
        while (endpoint.marked() < given.size()) {
            Thread.onSpinWait();
        }
        return waiting;
    }

    /** What became of them is not asked: that depends on how long the others took. */
    private void end(List<Future<Outcome<UuidRegistration>>> waiting) throws Exception {
        endpoint.faultsOf(Map.of());
        for (Future<Outcome<UuidRegistration>> one : waiting) {
            assertThat(one.get()).isNotNull();
        }
    }

    /** Single requests, a batch, and a transaction of several tables. */
    private void assertOthersAreServed() {
        assertThat(store.repositories().customers().put(Fresh.customerId(), NOW).inserted())
                .isTrue();
        User user = Fresh.user(NOW);
        assertThat(store.repositories().users().add(user)).isEqualTo(user);
        assertThat(store.repositories().users().find(user.id())).contains(user);
        store.repositories().links().addAll(List.of(Fresh.answerLink()));
    }
}
