package dev.rollcall.persistence.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.dynamodb.FaultyEndpoint.Fault;
import dev.rollcall.persistence.dynamodb.rsvp.invitation.GuestLists;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.server.DynamoDbServer;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidRegistration;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of requests that are refused, get lost, or are done without an answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultyEndpointTest {

    private static final Instant NOW = Fresh.instant();

    private final String prefix = Stores.createTables();
    private FaultyEndpoint endpoint;
    private Store storeBehindFaults;
    private Store directStore;
    private Repositories store;
    private Repositories direct;

    @BeforeAll
    void open() throws IOException {
        endpoint = new FaultyEndpoint(DynamoDbServer.shared().endpoint());
        StorageProvider provider = new DynamoDbStorageProvider();
        storeBehindFaults = provider.open(Stores.settings(endpoint.endpoint(), "prefix=" + prefix));
        directStore = provider.open(Stores.settings(DynamoDbServer.shared(), "prefix=" + prefix));
        store = storeBehindFaults.repositories();
        direct = directStore.repositories();
    }

    @AfterAll
    void close() {
        storeBehindFaults.close();
        directStore.close();
        endpoint.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"THROTTLED", "FAILED", "DONE_AND_FAILED", "DONE_AND_DROPPED"})
    void aLostResponseShouldNotEndAMigration(Fault fault) {
        // The first tables are looked at, and later ones are made.
        for (int first : new int[] {0, 20}) {
            endpoint.faultsAfter(first, fault);
            String tables = Stores.freshPrefix();

            Stores.createTables(endpoint.endpoint(), tables);

            assertThat(endpoint.asked()).isGreaterThan(first + 1);
            try (Store migrated = Stores.open(tables)) {
                migrated.verify();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void anAdditionShouldBeDoneOnceAfterAFault(Fault fault) {
        UuidRegistration registration = registration();
        endpoint.faults(fault);

        assertThat(store.uuids().add(registration)).isEqualTo(registration);

        assertThat(endpoint.asked()).isEqualTo(2);
        assertThat(direct.uuids().find(registration.uuid())).contains(registration);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aChangeShouldBeDoneOnceAfterAFault(Fault fault) {
        UuidRegistration before = direct.uuids().add(registration());
        UuidRegistration next = next(before);
        endpoint.faults(fault);

        assertThat(store.uuids().update(new Replacement<>(next, before.revision())))
                .isEqualTo(next);

        assertThat(direct.uuids().find(before.uuid())).contains(next);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aPutShouldCountOnceAfterAFault(Fault fault) {
        Uuid uuid = Fresh.uuid();
        endpoint.faults(fault);

        assertThat(store.uuids().put(uuid, NOW).inserted()).isTrue();

        assertThat(direct.uuids().find(uuid).orElseThrow().revision().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aRemovalInATransactionShouldKnowItsOwnWork(Fault fault) {
        CustomerId id = Fresh.customerId();
        Customer customer = direct.customers().put(id, NOW).stored();
        endpoint.faults(fault);

        assertThat(store.customers().removeAll(List.of(new Removal<>(id, customer.revision()))))
                .containsExactly(Outcome.success(id));

        assertThat(direct.customers().find(id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aReadShouldSucceedAfterAFault(Fault fault) {
        UuidRegistration registration = direct.uuids().add(registration());
        endpoint.faults(fault);

        assertThat(store.uuids().find(registration.uuid())).contains(registration);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBatchShouldBeWrittenWholeAfterAFault(Fault fault) {
        List<UuidRegistration> registrations = new ArrayList<>();
        for (int count = 0; count < 60; count++) {
            registrations.add(registration());
        }
        // After the read of what is stored.
        endpoint.faultsAfter(1, fault, fault, fault);

        assertThat(store.uuids().restoreAll(registrations)).allMatch(Outcome.Success.class::isInstance);

        assertThat(registrations)
                .allSatisfy(one -> assertThat(direct.uuids().find(one.uuid())).contains(one));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aStepOfAGuestListShouldBeDoneOnceAfterAFault(Fault fault) {
        Event event = GuestLists.event(direct);
        Invitation invited = GuestLists.invite(direct, event);
        GuestListWrite step = GuestLists.waiting(GuestLists.present(direct, event), invited, 7);
        // Behind the read that looks what the step replaces.
        endpoint.faultsAfter(1, fault);

        assertThat(store.invitations().write(step)).isEqualTo(step.event().next());

        assertThat(GuestLists.present(direct, event)).isEqualTo(step.event().next());
        assertThat(direct.invitations().waiting(event.id(), 2))
                .containsExactly(step.changed().getFirst().next());
        assertThat(direct.invitations()
                        .history(invited.key(), PageRequest.first(9))
                        .items())
                .isEqualTo(step.history());
        assertThat(direct.outbox().removeAll(List.of(removal(step.messages().getFirst()))))
                .allMatch(Outcome.Success.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aMessageShouldBeWrittenOnceThoughTheFirstResponseIsLost(Fault fault) {
        Event event = GuestLists.event(direct);
        OutboxMessage message = Fresh.message(event.id(), NOW);
        OutboxMessage leased = new OutboxMessage(
                message.id(),
                message.task(),
                message.event(),
                message.invitation(),
                message.sequence(),
                NOW.plusSeconds(60),
                1,
                message.revision().next());
        endpoint.faults(fault);
        store.outbox().enqueue(List.of(message));
        endpoint.faults(fault);
        assertThat(store.outbox().updateAll(List.of(new Replacement<>(leased, message.revision()))))
                .containsExactly(Outcome.success(leased));
        endpoint.faults(fault);
        assertThat(store.outbox().removeAll(List.of(removal(leased)))).containsExactly(Outcome.success(leased.id()));

        assertThat(direct.outbox().removeAll(List.of(removal(leased)))).allMatch(Outcome.Failure.class::isInstance);
    }

    /** Others change the event all the time, and this one never gets its turn. */
    @Test
    void aStepThatNeverGetsItsTurnShouldBeOverloadAndLeaveNothing() {
        Event event = GuestLists.event(direct);
        OutboxMessage message = Fresh.message(event.id(), NOW);
        endpoint.faultsAfter(1, Collections.nCopies(2000, Fault.CONFLICT).toArray(Fault[]::new));
        assertUnavailable(
                () -> store.invitations().write(GuestLists.enqueuing(event, List.of(message))), Reason.OVERLOADED);
        endpoint.faults();

        assertThat(GuestLists.present(direct, event)).isEqualTo(event);
    }

    @Test
    void aRefusalThatMayBeOnesOwnWorkWrittenOverShouldBeUnknown() {
        UuidRegistration registration = registration();
        endpoint.faults(Fault.DONE_AND_DROPPED);
        endpoint.onDropped(() -> direct.uuids().update(new Replacement<>(next(registration), registration.revision())));
        try {
            assertUnavailable(() -> store.uuids().add(registration), Reason.OUTCOME_UNKNOWN);
        } finally {
            endpoint.onDropped(() -> {});
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DONE_AND_FAILED", "DONE_AND_DROPPED", "FAILED"})
    void aWriteThatIsNeverAnsweredShouldBeUnknown(Fault fault) {
        endpoint.faults(Collections.nCopies(20, fault).toArray(Fault[]::new));
        assertUnavailable(() -> store.uuids().add(registration()), Reason.OUTCOME_UNKNOWN);
        endpoint.faults();
    }

    @Test
    void aReadThatIsNeverAnsweredShouldBeUnreachable() {
        endpoint.faults(Collections.nCopies(20, Fault.FAILED).toArray(Fault[]::new));
        assertUnavailable(() -> store.uuids().find(Fresh.uuid()), Reason.UNREACHABLE);
        endpoint.faults();
    }

    /** Nobody sees anything but that there is too much to do, and when that is over, everything is served. */
    @Test
    void throttlingShouldBeOverloadAndPassByItself() throws Exception {
        endpoint.throttle(true);
        List<UuidRegistration> registrations = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < 64; caller++) {
                UuidRegistration registration = registration();
                registrations.add(registration);
                running.add(callers.submit(
                        () -> assertUnavailable(() -> store.uuids().add(registration), Reason.OVERLOADED)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            endpoint.throttle(false);
        }

        assertThat(registrations)
                .allSatisfy(one -> assertThat(direct.uuids().find(one.uuid())).isEmpty())
                .allSatisfy(one -> assertThat(store.uuids().add(one)).isEqualTo(one));
    }

    private static void assertUnavailable(Runnable call, Reason reason) {
        assertThatThrownBy(call::run)
                .isInstanceOf(RollcallException.class)
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        unavailable -> assertThat(unavailable.reason()).isEqualTo(reason));
    }

    private static Removal<MessageId> removal(OutboxMessage message) {
        return new Removal<>(message.id(), message.revision());
    }

    private static UuidRegistration registration() {
        return UuidRegistration.first(Fresh.uuid(), NOW);
    }

    private static UuidRegistration next(UuidRegistration before) {
        return before.touched(NOW.plusSeconds(1));
    }
}
