package dev.rollcall.transfer.codec;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Revision;
import dev.rollcall.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The portable form of customers. */
public final class CustomerCodec implements RecordCodec<Customer> {

    /** The codec, which has no state. */
    public CustomerCodec() {}

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public String id(Customer value) {
        return value.id().value();
    }

    @Override
    public Members write(Customer customer) {
        return new MemberWriter().with("id", customer.id()).ending(customer.revision());
    }

    @Override
    public Customer read(Members members) {
        MemberReader in = new MemberReader(members);
        Optional<CustomerId> id = in.required("id", CustomerId::new);
        Optional<Revision> revision = in.revision();
        in.requireValid();
        return new Customer(id.orElseThrow(), revision.orElseThrow());
    }

    @Override
    public Page<Customer, String> page(Repositories ports, PageRequest<String> request, Instant now) {
        return RecordCodec.page(request, CustomerId::new, ports.customers()::list);
    }

    @Override
    public List<Outcome<Customer>> restore(Repositories ports, List<Customer> values, Instant now) {
        return ports.customers().restoreAll(values);
    }
}
