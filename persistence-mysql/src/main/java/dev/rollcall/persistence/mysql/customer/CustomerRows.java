package dev.rollcall.persistence.mysql.customer;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.persistence.mysql.schema.tables.records.CustomerIdsRecord;
import dev.rollcall.port.Revision;
import dev.rollcall.port.StoredValues;

/** Customers as rows. */
final class CustomerRows {

    private CustomerRows() {}

    static CustomerIdsRecord row(Customer customer) {
        CustomerIdsRecord row = new CustomerIdsRecord();
        row.setCustomerId(customer.id().value());
        row.setCreatedAt(customer.createdAt());
        row.setRevision(customer.revision().count());
        return row;
    }

    static Customer customer(CustomerIdsRecord row) {
        return StoredValues.read(
                "customer_ids",
                row.getCustomerId(),
                () -> new Customer(
                        new CustomerId(row.getCustomerId()), new Revision(row.getCreatedAt(), row.getRevision())));
    }
}
