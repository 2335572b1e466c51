package dev.rollcall.testkit.customer;

import static dev.rollcall.testkit.contract.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.testkit.contract.ListContract;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.contract.RemoveContract;
import dev.rollcall.testkit.contract.RestoreThenPutContract;
import dev.rollcall.testkit.contract.UpdateContract;
import dev.rollcall.testkit.fixture.AwkwardTexts;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link CustomerRepository} promises. */
public interface CustomerRepositoryContract
        extends UpdateContract<Customer, CustomerId>,
                RemoveContract<Customer, CustomerId>,
                ListContract<Customer, CustomerId>,
                RestoreThenPutContract<Customer, CustomerId> {

    /** What was never put is not there. */
    @Test
    default void findShouldGiveNothingForAnUnknownId() {
        assertThat(repositories().customers().find(Fresh.customerId())).isEmpty();
    }

    /** A known id moves on by one revision with every put, in a batch too. */
    @Test
    default void putShouldMoveOnByOneRevision() {
        CustomerId id = Fresh.customerId();
        Instant created = Fresh.instant();
        CustomerRepository customers = repositories().customers();

        assertThat(customers.put(id, created).stored().revision().count()).isEqualTo(1);
        assertThat(customers.put(id, created).stored().revision().count()).isEqualTo(2);
        assertThat(customers
                        .putAll(List.of(id, id), created)
                        .getLast()
                        .orThrow()
                        .stored())
                .isEqualTo(customers.find(id).orElseThrow());
        assertThat(customers.find(id).orElseThrow().revision().count()).isEqualTo(4);
    }

    /** Each put of a crowd counts. */
    @Test
    default void putShouldCountEveryPutOfACrowd() {
        CustomerId id = Fresh.customerId();

        Contention.among(Contention.CROWD, i -> put(id, Fresh.instant()));

        assertThat(read(id).revision().count()).isEqualTo(Contention.CROWD);
    }

    /** A put changes the customer, so that a removal meant for the state before it fails. */
    @Test
    default void removeShouldFailWhenTheIdWasPutAgain() {
        CustomerId id = Fresh.customerId();
        Customer before = put(id, Fresh.instant()).stored();
        put(id, Fresh.instant());

        refused(PreconditionFailedException.class, () -> remove(new Removal<>(id, before.revision())));
        assertThat(lookUp(id).isPresent()).isTrue();
    }

    /** A put after the removal makes the id known anew. */
    @Test
    default void putShouldInsertAgainAfterTheRemoval() {
        CustomerId id = Fresh.customerId();
        Customer former = put(id, Fresh.instant()).stored();
        remove(new Removal<>(id, former.revision()));
        Instant later = former.createdAt().plusSeconds(1);

        Put<Customer> put = put(id, later);

        assertThat(put.inserted()).isTrue();
        assertThat(put.stored().createdAt()).isEqualTo(later);
        assertThat(put.stored().revision().count()).isEqualTo(1);
    }

    /** Ids differ by case, accents, and every code point up to the 255th. */
    @Test
    default void putAllShouldTellIdsApartByEveryCharacter() {
        List<CustomerId> ids = AwkwardTexts.words(255).map(CustomerId::new).toList();

        List<Put<Customer>> puts =
                putAll(ids, Fresh.instant()).stream().map(Outcomes::success).toList();

        assertThat(puts).allMatch(Put::inserted);
        assertThat(puts).map(put -> put.stored().id()).isEqualTo(ids);
        assertThat(puts).allSatisfy(put -> assertThat(read(put.stored().id())).isEqualTo(put.stored()));
    }

    @Override
    default String resource() {
        return "customer";
    }

    @Override
    default CustomerId freshId() {
        return Fresh.customerId();
    }

    @Override
    default CustomerId idOf(Customer thing) {
        return thing.id();
    }

    @Override
    default CustomerId keyOf(Customer item) {
        return item.id();
    }

    @Override
    default Customer at(Revision revision, Customer thing) {
        return new Customer(thing.id(), revision);
    }

    @Override
    default Customer fresh(Instant createdAt) {
        return new Customer(Fresh.customerId(), Revision.first(createdAt));
    }

    @Override
    default Customer store(Customer thing) {
        return put(thing.id(), thing.createdAt()).stored();
    }

    @Override
    default Customer storeAgain(Customer former, Instant createdAt) {
        return put(former.id(), createdAt).stored();
    }

    @Override
    default Customer successorOf(Customer thing) {
        return new Customer(thing.id(), thing.revision().next());
    }

    @Override
    default Optional<Customer> lookUp(CustomerId id) {
        return repositories().customers().find(id);
    }

    @Override
    default Customer read(CustomerId id) {
        return lookUp(id).orElseThrow();
    }

    @Override
    default Customer update(Replacement<Customer> replacement) {
        return repositories().customers().update(replacement);
    }

    @Override
    default List<Outcome<Customer>> updateAll(List<Replacement<Customer>> replacements) {
        return repositories().customers().updateAll(replacements);
    }

    @Override
    default Put<Customer> put(CustomerId id, Instant now) {
        return repositories().customers().put(id, now);
    }

    @Override
    default List<Outcome<Put<Customer>>> putAll(List<CustomerId> ids, Instant now) {
        return repositories().customers().putAll(ids, now);
    }

    @Override
    default CustomerId remove(Removal<CustomerId> removal) {
        return repositories().customers().remove(removal);
    }

    @Override
    default List<Outcome<CustomerId>> removeAll(List<Removal<CustomerId>> removals) {
        return repositories().customers().removeAll(removals);
    }

    @Override
    default List<Outcome<Customer>> restoreAll(List<Customer> things) {
        return repositories().customers().restoreAll(things);
    }

    @Override
    default Page<Customer, CustomerId> list(PageRequest<CustomerId> request) {
        return repositories().customers().list(request);
    }

    @Override
    default List<Customer> storeSome(int count) {
        List<CustomerId> ids = Stream.generate(Fresh::customerId).limit(count).toList();
        return putAll(ids, Fresh.instant()).stream()
                .map(Outcomes::success)
                .map(Put::stored)
                .toList();
    }

    @Override
    default void disturb() {
        Customer guest = put(Fresh.customerId(), Fresh.instant()).stored();
        remove(new Removal<>(guest.id(), guest.revision()));
    }
}
