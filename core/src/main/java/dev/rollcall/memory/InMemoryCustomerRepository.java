package dev.rollcall.memory;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class InMemoryCustomerRepository implements CustomerRepository {

    private final InMemoryTable<CustomerId, Customer> table = new InMemoryTable<>("customer", Customer::id);

    @Override
    public List<Outcome<Put<Customer>>> putAll(List<CustomerId> ids, Instant now) {
        return ids.stream().map(id -> Outcome.success(putOne(id, now))).toList();
    }

    @Override
    public List<Outcome<Customer>> updateAll(List<Replacement<Customer>> replacements) {
        return replacements.stream()
                .map(one -> Outcome.of(() -> table.replace(one.next(), one.expected(), present -> true)))
                .toList();
    }

    @Override
    public List<Outcome<CustomerId>> removeAll(List<Removal<CustomerId>> removals) {
        return removals.stream()
                .map(one -> Outcome.of(() -> table.remove(one.id(), one.expected(), present -> true)))
                .toList();
    }

    @Override
    public List<Outcome<Customer>> restoreAll(List<Customer> customers) {
        return customers.stream()
                .map(one -> Outcome.of(() -> table.restore(one, present -> true)))
                .toList();
    }

    @Override
    public Page<Customer, CustomerId> list(PageRequest<CustomerId> request) {
        return table.page(request, present -> true);
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        return table.find(id);
    }

    private Put<Customer> putOne(CustomerId id, Instant now) {
        Customer stored = table.put(
                id,
                present -> new Customer(
                        id, present.map(known -> known.revision().next()).orElseGet(() -> Revision.first(now))));
        return new Put<>(stored, stored.revision().count() == 1);
    }
}
