package dev.rollcall.persistence.mysql.customer;

import static dev.rollcall.persistence.mysql.schema.Tables.CUSTOMER_IDS;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.schema.tables.records.CustomerIdsRecord;
import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.persistence.mysql.table.RestoredTable;
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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Customers on jOOQ. Thread-safe. */
public final class JooqCustomerRepository implements CustomerRepository {

    private static final String RESOURCE = "customer";

    private static final RestoredTable<Customer, CustomerId, CustomerIdsRecord> RESTORED = new RestoredTable<>(
            RESOURCE,
            CUSTOMER_IDS,
            CustomerRows::row,
            Customer::id,
            JooqCustomerRepository::find,
            one -> isAt(one.id(), one.revision()),
            (dsl, one, error) -> RestoredTable.writtenMeanwhile(RESOURCE, one.id()));

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
        return database.write(dsl ->
                Batches.put(ids, (some, times) -> put(dsl, some, times, now), some -> find(dsl, some), Customer::id));
    }

    @Override
    public List<Outcome<Customer>> updateAll(List<Replacement<Customer>> replacements) {
        return database.write(dsl -> replacements.stream()
                .map(one -> Outcome.of(() -> update(dsl, one)))
                .toList());
    }

    @Override
    public List<Outcome<CustomerId>> removeAll(List<Removal<CustomerId>> removals) {
        return database.write(dsl ->
                removals.stream().map(one -> Outcome.of(() -> remove(dsl, one))).toList());
    }

    @Override
    public List<Outcome<Customer>> restoreAll(List<Customer> customers) {
        return database.write(dsl -> RESTORED.restore(dsl, customers));
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        return database.read(dsl -> find(dsl, List.of(id)).stream().findFirst());
    }

    @Override
    public Page<Customer, CustomerId> list(PageRequest<CustomerId> request) {
        List<Customer> found = database.read(dsl -> dsl.selectFrom(CUSTOMER_IDS)
                .where(request.after()
                        .map(CustomerId::value)
                        .map(CUSTOMER_IDS.CUSTOMER_ID::gt)
                        .orElseGet(DSL::noCondition))
                .orderBy(CUSTOMER_IDS.CUSTOMER_ID)
                .limit(request.limit() + 1)
                .fetch(CustomerRows::customer));
        return Page.of(found, request.limit(), Customer::id);
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

    private static Customer update(DSLContext dsl, Replacement<Customer> replacement) {
        Customer next = replacement.next();
        int rows = dsl.update(CUSTOMER_IDS)
                .set(CustomerRows.row(next))
                .where(isAt(next.id(), replacement.expected()))
                .execute();
        requireMet(dsl, rows, next.id());
        return next;
    }

    private static CustomerId remove(DSLContext dsl, Removal<CustomerId> removal) {
        int rows = dsl.deleteFrom(CUSTOMER_IDS)
                .where(isAt(removal.id(), removal.expected()))
                .execute();
        requireMet(dsl, rows, removal.id());
        return removal.id();
    }

    private static void requireMet(DSLContext dsl, int rows, CustomerId id) {
        Batches.requireMet(rows, () -> !find(dsl, List.of(id)).isEmpty(), RESOURCE, id);
    }

    private static Condition isAt(CustomerId id, Revision expected) {
        return CUSTOMER_IDS
                .CUSTOMER_ID
                .eq(id.value())
                .and(CUSTOMER_IDS.REVISION.eq(expected.count()))
                .and(CUSTOMER_IDS.CREATED_AT.eq(expected.createdAt()));
    }

    private static List<Customer> find(DSLContext dsl, List<CustomerId> ids) {
        return dsl.selectFrom(CUSTOMER_IDS)
                .where(CUSTOMER_IDS.CUSTOMER_ID.in(
                        ids.stream().map(CustomerId::value).toList()))
                .fetch(CustomerRows::customer);
    }
}
