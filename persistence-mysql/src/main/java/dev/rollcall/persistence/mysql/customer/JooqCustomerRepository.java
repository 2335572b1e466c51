package dev.rollcall.persistence.mysql.customer;

import static dev.rollcall.persistence.mysql.schema.Tables.CUSTOMER_IDS;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.schema.tables.records.CustomerIdsRecord;
import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.persistence.mysql.table.VersionedTable;
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
import org.jooq.DSLContext;

/** Customers on jOOQ. Thread-safe. */
public final class JooqCustomerRepository implements CustomerRepository {

    private static final VersionedTable<Customer, CustomerId, String, CustomerIdsRecord> TABLE = new VersionedTable<>(
            "customer",
            CUSTOMER_IDS.CUSTOMER_ID,
            CUSTOMER_IDS.CREATED_AT,
            CUSTOMER_IDS.REVISION,
            CustomerId::value,
            Customer::id,
            CustomerRows::row,
            CustomerRows::customer);

    private final Database database;

    /**
     * The repository of a database.
     *
     * @param database the database; it stays open when this is no longer used
     */
    public JooqCustomerRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<Outcome<Put<Customer>>> putAll(List<CustomerId> ids, Instant now) {
        return database.write(dsl -> Batches.put(
                ids, (some, times) -> put(dsl, some, times, now), some -> TABLE.findAll(dsl, some), Customer::id));
    }

    @Override
    public List<Outcome<Customer>> updateAll(List<Replacement<Customer>> replacements) {
        return database.write(dsl -> replacements.stream()
                .map(one -> Outcome.of(() -> TABLE.update(dsl, one)))
                .toList());
    }

    @Override
    public List<Outcome<CustomerId>> removeAll(List<Removal<CustomerId>> removals) {
        return database.write(dsl -> removals.stream()
                .map(one -> Outcome.of(() -> TABLE.remove(dsl, one)))
                .toList());
    }

    @Override
    public List<Outcome<Customer>> restoreAll(List<Customer> customers) {
        return database.write(dsl -> TABLE.restore(dsl, customers));
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        return database.read(dsl -> TABLE.find(dsl, id));
    }

    @Override
    public Page<Customer, CustomerId> list(PageRequest<CustomerId> request) {
        return database.read(dsl -> TABLE.page(dsl, request));
    }

    private static void put(DSLContext dsl, List<CustomerId> ids, long times, Instant now) {
        dsl.insertInto(CUSTOMER_IDS)
                .set(ids.stream()
                        .map(id -> CustomerRows.row(new Customer(id, new Revision(now, times))))
                        .toList())
                .onDuplicateKeyUpdate()
                .set(CUSTOMER_IDS.REVISION, CUSTOMER_IDS.REVISION.plus(times))
                .execute();
    }
}
