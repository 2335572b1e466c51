package dev.rollcall.persistence.dynamodb;

import static dev.rollcall.persistence.dynamodb.FilledStore.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidRepository;
import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.NumberRepository;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.persistence.dynamodb.CapacityMeter.Cost;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.uuid.UuidRegistration;
import dev.rollcall.uuid.UuidRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What operations and pages cost, exactly, and that it is the same whether tables hold a hundred items or ten thousand.
 * The table in docs/storage-dynamodb.md says the same.
 */
final class CapacityTest {

    @ParameterizedTest
    @EnumSource
    void uuids(StoreSize size) {
        FilledStore store = size.store();
        UuidRepository uuids = store.repositories.uuids();
        UuidRegistration first = UuidRegistration.first(Fresh.uuid(), NOW);
        UuidRegistration second = first.touched(NOW.plusSeconds(1));
        UuidRegistration other = UuidRegistration.first(Fresh.uuid(), NOW);

        assertThat(store.meter.of(() -> uuids.add(first))).isEqualTo(new Cost(1, 0, 1, 0));
        assertThat(store.meter.of(() -> uuids.find(first.uuid()))).isEqualTo(new Cost(1, 1, 0, 0));
        assertThat(store.meter.of(() -> uuids.find(Fresh.uuid()))).isEqualTo(new Cost(1, 1, 0, 0));
        assertThat(store.meter.of(() -> uuids.update(new Replacement<>(second, first.revision()))))
                .isEqualTo(new Cost(1, 0, 1, 0));
        assertThat(store.meter.of(() -> uuids.put(other.uuid(), NOW))).isEqualTo(new Cost(1, 0, 1, 0));
        assertThat(store.meter.of(() -> uuids.put(other.uuid(), NOW.plusSeconds(1))))
                .isEqualTo(new Cost(1, 0, 1, 0));
        // Refused for the moment that lies behind the last touch, and then only counted.
        assertThat(store.meter.of(() -> uuids.put(other.uuid(), NOW))).isEqualTo(new Cost(2, 0, 1, 0));
        assertThat(store.meter.of(() -> uuids.addTogether(batch(100)))).isEqualTo(new Cost(1, 0, 0, 100));
        size.assertPages(uuids::list, UuidRegistration::uuid, 20, new Cost(1, 1, 0, 0));
        size.assertPages(uuids::list, UuidRegistration::uuid, 50, new Cost(1, 2, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void largeBatchesOfUuids(StoreSize size) {
        FilledStore store = size.store();
        UuidRepository uuids = store.repositories.uuids();
        List<UuidRegistration> batch = batch(250);
        UuidRegistration member = batch.getFirst();

        assertThat(store.meter.of(() -> uuids.addTogether(batch))).isEqualTo(new Cost(4, 0, 1, 250));
        assertThat(store.meter.of(() -> uuids.find(member.uuid()))).isEqualTo(new Cost(2, 2, 0, 0));
        // Refused for the batch; the record, which refuses too; the mark away; the touch.
        assertThat(store.meter.of(() -> uuids.put(member.uuid(), NOW.plusSeconds(1))))
                .isEqualTo(new Cost(4, 0, 2, 0));
        assertThat(store.meter.of(() -> uuids.find(member.uuid()))).isEqualTo(new Cost(1, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void guids(StoreSize size) {
        FilledStore store = size.store();
        GuidRepository guids = store.repositories.guids();
        GuidRegistration first = Fresh.guid(Fresh.guidUser(), Fresh.NEVER);
        GuidRegistration later = new GuidRegistration(
                first.guid(),
                first.user(),
                new Expiry(NOW.plusSeconds(60)),
                first.revision().next());
        GuidRegistration moved = new GuidRegistration(
                first.guid(), Fresh.guidUser(), later.expiry(), later.revision().next());

        assertThat(store.meter.of(() -> guids.add(first, NOW))).isEqualTo(new Cost(1, 0, 2, 0));
        assertThat(store.meter.of(() -> guids.find(first.guid(), NOW))).isEqualTo(new Cost(1, 1, 0, 0));
        assertThat(store.meter.of(() -> guids.update(new Replacement<>(later, first.revision()), NOW)))
                .isEqualTo(new Cost(1, 0, 2, 0));
        assertThat(store.meter.of(() -> guids.update(new Replacement<>(moved, later.revision()), NOW)))
                .isEqualTo(new Cost(1, 0, 3, 0));
        assertThat(store.meter.of(() -> guids.remove(new Removal<>(moved.guid(), moved.revision()), NOW)))
                .isEqualTo(new Cost(1, 0, 0, 1));
        assertThat(store.meter.of(() -> guids.removeExpired(NOW, 100))).isEqualTo(new Cost(0, 0, 0, 0));
        size.assertPages(
                (PageRequest<Guid> request) -> guids.list(store.userOfMany, request, NOW),
                GuidRegistration::guid,
                20,
                new Cost(1, 0.5, 0, 0));
    }

    /** Where hardly any GUID is alive a page looks at so many and no more, wherever it lies and however many there are. */
    @ParameterizedTest
    @EnumSource
    void guidsOfWhichHardlyAnyIsAlive(StoreSize size) {
        FilledStore store = size.store();
        GuidRepository guids = store.repositories.guids();
        Cost most = new Cost(4, 6.5, 0, 0);

        List<Cost> costs = new ArrayList<>();
        PageRequest<Guid> request = PageRequest.first(3);
        Optional<Guid> next;
        do {
            AtomicReference<Optional<Guid>> reached = new AtomicReference<>(Optional.empty());
            PageRequest<Guid> current = request;
            costs.add(store.meter.of(
                    () -> reached.set(guids.list(store.userOfFew, current, NOW).next())));
            next = reached.get();
            request = next.map(current::startingAfter).orElse(current);
        } while (next.isPresent());

        Cost last = costs.removeLast();
        // Each looks at 4 and then three times at 100.
        assertThat(costs).hasSize((size.items - 1) / 304).allMatch(most::equals);
        assertThat(last.requests()).isLessThanOrEqualTo(most.requests());
        assertThat(last.reads()).isLessThanOrEqualTo(most.reads());
    }

    @ParameterizedTest
    @EnumSource
    void users(StoreSize size) {
        FilledStore store = size.store();
        UserRepository users = store.repositories.users();
        User first = Fresh.user(NOW);
        User renamed = new User(
                first.id(),
                first.email(),
                Optional.empty(),
                NOW,
                first.revision().next());
        User moved = new User(
                first.id(),
                Fresh.email(),
                Optional.empty(),
                NOW,
                renamed.revision().next());

        assertThat(store.meter.of(() -> users.add(first))).isEqualTo(new Cost(1, 0, 0, 2));
        assertThat(store.meter.of(() -> users.find(first.id()))).isEqualTo(new Cost(1, 1, 0, 0));
        assertThat(store.meter.of(() -> users.update(new Replacement<>(renamed, first.revision()))))
                .isEqualTo(new Cost(1, 0, 1, 0));
        // Refused for the address, and then a transaction of the user and both addresses.
        assertThat(store.meter.of(() -> users.update(new Replacement<>(moved, renamed.revision()))))
                .isEqualTo(new Cost(2, 0, 0, 3));
        assertThat(store.meter.of(() -> users.remove(new Removal<>(moved.id(), moved.revision()))))
                .isEqualTo(new Cost(2, 1, 0, 3));
        size.assertPages(users::list, User::id, 20, new Cost(1, 2, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void customers(StoreSize size) {
        FilledStore store = size.store();
        CustomerRepository customers = store.repositories.customers();
        Customer first = new Customer(Fresh.customerId(), Revision.first(NOW));
        Customer third = new Customer(first.id(), first.revision().next().next());

        assertThat(store.meter.of(() -> customers.put(first.id(), NOW))).isEqualTo(new Cost(1, 0, 1, 0));
        // Refused for the one there, and then a put in place of it.
        assertThat(store.meter.of(() -> customers.put(first.id(), NOW))).isEqualTo(new Cost(2, 0, 1, 0));
        assertThat(store.meter.of(() -> customers.find(first.id()))).isEqualTo(new Cost(1, 1, 0, 0));
        assertThat(store.meter.of(() -> customers.update(
                        new Replacement<>(third, first.revision().next()))))
                .isEqualTo(new Cost(1, 0, 1, 0));
        assertThat(store.meter.of(() -> customers.remove(new Removal<>(first.id(), third.revision()))))
                .isEqualTo(new Cost(1, 0, 0, 1));
        size.assertPages(customers::list, Customer::id, 20, new Cost(1, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void numbers(StoreSize size) {
        FilledStore store = size.store();
        NumberRepository numbers = store.repositories.numbers();
        ExactNumber number = Fresh.number();

        assertThat(store.meter.of(() -> numbers.put(number, NOW))).isEqualTo(new Cost(1, 0, 1, 0));
        assertThat(store.meter.of(() -> numbers.put(number, NOW))).isEqualTo(new Cost(2, 0, 1, 0));
        size.assertPages(numbers::list, RegisteredNumber::number, 20, new Cost(1, 1, 0, 0));
    }

    /** A batch of restored things is read and written in batches, at the capacity that each of them costs alone. */
    @ParameterizedTest
    @EnumSource
    void restorations(StoreSize size) {
        FilledStore store = size.store();
        List<UuidRegistration> given = batch(100);

        assertThat(store.meter.of(() -> store.repositories.uuids().restoreAll(given)))
                .isEqualTo(new Cost(5, 0, 100, 0));
        assertThat(store.meter.of(() -> store.repositories.uuids().restoreAll(given)))
                .isEqualTo(new Cost(1, 100, 0, 0));
    }

    private static List<UuidRegistration> batch(int count) {
        return Stream.generate(() -> UuidRegistration.first(Fresh.uuid(), NOW))
                .limit(count)
                .toList();
    }
}
