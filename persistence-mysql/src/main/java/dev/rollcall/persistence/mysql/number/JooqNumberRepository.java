package dev.rollcall.persistence.mysql.number;

import static dev.rollcall.persistence.mysql.schema.Tables.NUMBERS;

import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.NumberRepository;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.schema.tables.records.NumbersRecord;
import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.persistence.mysql.table.RestoredTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Revision;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Numbers on jOOQ. They are listed in numeric order, but on SQLite in the order of their texts. Thread-safe. */
public final class JooqNumberRepository implements NumberRepository {

    private static final String RESOURCE = "number";

    private static final RestoredTable<RegisteredNumber, ExactNumber, NumbersRecord> RESTORED = new RestoredTable<>(
            RESOURCE,
            NUMBERS,
            NumberRows::row,
            RegisteredNumber::number,
            JooqNumberRepository::find,
            one -> NUMBERS.NUMBER
                    .eq(one.number())
                    .and(NUMBERS.REVISION.eq(one.revision().count()))
                    .and(NUMBERS.CREATED_AT.eq(one.createdAt())),
            (dsl, one, error) -> RestoredTable.writtenMeanwhile(RESOURCE, one.number()));

    private final Database database;

    /**
     * The repository of a database.
     *
     * @param database the database; it stays open when this is no longer used
     */
    public JooqNumberRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<Outcome<Put<RegisteredNumber>>> putAll(List<ExactNumber> numbers, Instant now) {
        return database.write(dsl -> Batches.put(
                numbers,
                (some, times) -> put(dsl, some, times, now),
                some -> find(dsl, some),
                RegisteredNumber::number));
    }

    @Override
    public List<Outcome<RegisteredNumber>> restoreAll(List<RegisteredNumber> numbers) {
        return database.write(dsl -> RESTORED.restore(dsl, numbers));
    }

    @Override
    public Page<RegisteredNumber, ExactNumber> list(PageRequest<ExactNumber> request) {
        List<RegisteredNumber> found = database.read(dsl -> dsl.selectFrom(NUMBERS)
                .where(request.after().map(NUMBERS.NUMBER::gt).orElseGet(DSL::noCondition))
                .orderBy(NUMBERS.NUMBER)
                .limit(request.limit() + 1)
                .fetch(NumberRows::number));
        return Page.of(found, request.limit(), RegisteredNumber::number);
    }

    private static void put(DSLContext dsl, List<ExactNumber> numbers, long times, Instant now) {
        dsl.insertInto(NUMBERS)
                .set(numbers.stream()
                        .map(number -> NumberRows.row(new RegisteredNumber(number, new Revision(now, times))))
                        .toList())
                .onDuplicateKeyUpdate()
                .set(NUMBERS.REVISION, NUMBERS.REVISION.plus(times))
                .execute();
    }

    private static List<RegisteredNumber> find(DSLContext dsl, List<ExactNumber> numbers) {
        return dsl.selectFrom(NUMBERS).where(NUMBERS.NUMBER.in(numbers)).fetch(NumberRows::number);
    }
}
