package dev.rollcall.persistence.mysql;

import static dev.rollcall.persistence.mysql.schema.Tables.NUMBERS;

import dev.rollcall.Outcome;
import dev.rollcall.Page;
import dev.rollcall.PageRequest;
import dev.rollcall.Put;
import dev.rollcall.Revision;
import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.NumberRepository;
import dev.rollcall.number.RegisteredNumber;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Lists in numeric order, but on SQLite in the order of the numbers' texts. */
final class MysqlNumberRepository implements NumberRepository {

    private final Database database;

    MysqlNumberRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<Outcome<Put<RegisteredNumber>>> putAll(List<ExactNumber> numbers, Instant now) {
        return database.write(dsl -> Batches.put(
                numbers,
                (some, times) -> put(dsl, some, times, now),
                some -> dsl.selectFrom(NUMBERS).where(NUMBERS.NUMBER.in(some)).fetch(NumberRows::number),
                RegisteredNumber::number));
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
}
