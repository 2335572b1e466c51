package dev.rollcall.transfer.codec;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.port.Revision;
import java.util.Optional;

/** The portable form of customers. */
public final class CustomerCodec implements RecordCodec<Customer> {

    /** The codec, which has no state. */
    public CustomerCodec() {}

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
}
