package dev.rollcall.persistence.mysql.number;

import static dev.rollcall.persistence.mysql.schema.Tables.NUMBERS;

import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.NumberRepository;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.schema.tables.records.NumbersRecord;
import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.persistence.mysql.table.VersionedTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Revision;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Numbers on jOOQ. They are listed in numeric order, but on SQLite in the order of their texts. Thread-safe. */
public final class JooqNumberRepository implements NumberRepository {

    private static final VersionedTable<RegisteredNumber, ExactNumber, ExactNumber, NumbersRecord> TABLE =
            new VersionedTable<>(
                    "number",
                    NUMBERS.NUMBER,
                    NUMBERS.CREATED_AT,
                    NUMBERS.REVISION,
                    Function.identity(),
                    RegisteredNumber::number,
                    NumberRows::row,
                    NumberRows::number);

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
                some -> TABLE.findAll(dsl, some),
                RegisteredNumber::number));
    }

    @Override
    public List<Outcome<RegisteredNumber>> restoreAll(List<RegisteredNumber> numbers) {
        return database.write(dsl -> TABLE.restore(dsl, numbers));
    }

    @Override
    public Page<RegisteredNumber, ExactNumber> list(PageRequest<ExactNumber> request) {
        return database.read(dsl -> TABLE.page(dsl, request));
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
}
