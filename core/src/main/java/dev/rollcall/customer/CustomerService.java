package dev.rollcall.customer;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.port.OptimisticWrite;
import dev.rollcall.port.Precondition;
import dev.rollcall.port.Put;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.write.GroupWriter;
import dev.rollcall.write.Repeat;
import dev.rollcall.write.WriteLane;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

/** Tells whether customer ids are known, and makes them known. Thread-safe; every method blocks until the store has answered. */
public final class CustomerService {

    private static final String RESOURCE = "customer";

    private final CustomerRepository repository;
    private final WriteLane<CustomerId, Put<Customer>> puts;
    private final WriteLane<Replacement<Customer>, Customer> updates;
    private final WriteLane<Removal<CustomerId>, CustomerId> removals;

    /**
     * The service over a store.
     *
     * @param repository the store of customers
     * @param clock tells the time, in microseconds
     * @param writer groups writes into commits
     */
    public CustomerService(CustomerRepository repository, InstantSource clock, GroupWriter writer) {
        this.repository = repository;
        puts = writer.lane(
                "customers.put",
                Comparator.naturalOrder(),
                Repeat.SAFE,
                ids -> repository.putAll(ids, clock.instant()));
        updates = writer.lane(
                "customers.update",
                Comparator.comparing(replacement -> replacement.next().id()),
                Repeat.UNSAFE,
                repository::updateAll);
        removals = writer.lane(
                "customers.remove", Comparator.comparing(Removal::id), Repeat.UNSAFE, repository::removeAll);
    }

    /**
     * Looks a customer up.
     *
     * @param id the customer's id
     * @return the customer; empty where the id is not known
     */
    public Optional<Customer> find(CustomerId id) {
        return repository.find(id);
    }

    /**
     * Reads a customer that must be there.
     *
     * @param id the customer's id
     * @return the customer
     * @throws NotFoundException where the id is not known
     */
    public Customer get(CustomerId id) {
        return find(id).orElseThrow(() -> new NotFoundException(RESOURCE, id.value()));
    }

    /**
     * Makes an id known, again and again.
     *
     * @param id the customer's id
     * @return what is stored now, and whether this call made it known
     */
    public Put<Customer> put(CustomerId id) {
        return puts.write(id);
    }

    /**
     * Makes an id known that is known already, and only where it is what the caller expects.
     *
     * @param id the customer's id
     * @param precondition the revision that the caller expects, if any
     * @return what is stored now
     * @throws NotFoundException where the id is not known
     * @throws dev.rollcall.error.PreconditionFailedException where it is not what the caller demands
     */
    public Customer touch(CustomerId id, Precondition precondition) {
        return OptimisticWrite.change(
                RESOURCE,
                id.value(),
                () -> repository.find(id),
                precondition,
                current -> updates.write(
                        new Replacement<>(new Customer(id, current.revision().next()), current.revision())));
    }

    /**
     * Forgets an id.
     *
     * @param id the customer's id
     * @param precondition the revision that the caller expects, if any
     * @throws NotFoundException where the id is not known
     * @throws dev.rollcall.error.PreconditionFailedException where it is not what the caller demands
     */
    public void remove(CustomerId id, Precondition precondition) {
        OptimisticWrite.change(
                RESOURCE,
                id.value(),
                () -> repository.find(id),
                precondition,
                current -> removals.write(new Removal<>(id, current.revision())));
    }
}
