package dev.rollcall.persistence.dynamodb.customer;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.persistence.dynamodb.table.ConditionalWriteResult;
import dev.rollcall.persistence.dynamodb.table.DynamoDb;
import dev.rollcall.persistence.dynamodb.table.ItemList;
import dev.rollcall.persistence.dynamodb.table.ItemRestoration;
import dev.rollcall.persistence.dynamodb.table.ItemTable;
import dev.rollcall.persistence.dynamodb.table.Puts;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Restoration;
import dev.rollcall.port.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Needs no other permissions on its table than GetItem, PutItem and DeleteItem, and Scan to list. */
public final class DynamoDbCustomerRepository implements CustomerRepository {

    private static final String RESOURCE = "customer";

    private final ItemTable table;
    private final ItemList<Customer, CustomerId> all;

    /**
     * The customers of one store.
     *
     * @param dynamoDb sends the requests
     * @param random makes tokens; strong and thread-safe
     */
    public DynamoDbCustomerRepository(DynamoDb dynamoDb, RandomGenerator random) {
        table = new ItemTable(dynamoDb, DynamoDbTable.CUSTOMER_IDS, random);
        all = new ItemList<>(
                table, items -> items.stream().map(CustomerItems::customer).toList(), Customer::id);
    }

    @Override
    public List<Outcome<Put<Customer>>> putAll(List<CustomerId> ids, Instant now) {
        return Puts.each(table.dynamoDb(), ids, (id, times) -> put(new Customer(id, new Revision(now, times))));
    }

    @Override
    public List<Outcome<Customer>> updateAll(List<Replacement<Customer>> replacements) {
        return table.dynamoDb().each(replacements, one -> one.next().id(), this::update);
    }

    @Override
    public List<Outcome<CustomerId>> removeAll(List<Removal<CustomerId>> removals) {
        return table.dynamoDb().each(removals, Removal::id, this::remove);
    }

    @Override
    public List<Outcome<Customer>> restoreAll(List<Customer> customers) {
        return new ItemRestoration<>(
                        table,
                        RESOURCE,
                        Customer::id,
                        CustomerItems::item,
                        items -> items.stream().map(CustomerItems::customer).toList(),
                        Restoration::isNeeded)
                .all(customers);
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        return table.find(CustomerItems.key(id)).map(CustomerItems::customer);
    }

    @Override
    public Page<Customer, CustomerId> list(PageRequest<CustomerId> request) {
        return all.scan(request, CustomerItems::key);
    }

    private Customer put(Customer first) {
        return CustomerItems.customer(Puts.storeOrMoveOn(table, RESOURCE, first.id(), CustomerItems.item(first)));
    }

    @Override
    public Customer update(Replacement<Customer> replacement) {
        Customer next = replacement.next();
        ConditionalWriteResult attempt = table.put(CustomerItems.item(next), Expression.isAt(replacement.expected()));
        return attempt.orRefuse(RESOURCE, next.id(), next);
    }

    @Override
    public CustomerId remove(Removal<CustomerId> removal) {
        CustomerId id = removal.id();
        return table.remove(CustomerItems.key(id), Expression.isAt(removal.expected()))
                .orRefuse(RESOURCE, id, id);
    }
}
