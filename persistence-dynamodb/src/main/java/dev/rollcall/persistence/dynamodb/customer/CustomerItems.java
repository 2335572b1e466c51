package dev.rollcall.persistence.dynamodb.customer;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.port.StoredValues;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Customers as items. */
public final class CustomerItems {

    private static final String ID = "id";

    private CustomerItems() {}

    static AttributeValue key(CustomerId id) {
        return Attributes.text(id.value());
    }

    /**
     * Returns the customer as an item.
     *
     * @param customer the customer
     * @return the item
     */
    public static Item item(Customer customer) {
        return Item.builder()
                .put(ID, key(customer.id()))
                .revision(customer.revision())
                .build();
    }

    static Customer customer(Item item) {
        return StoredValues.read(
                "customer_ids", item.key(ID), () -> new Customer(new CustomerId(item.text(ID)), item.revision()));
    }
}
