package dev.rollcall.persistence.mysql;

import dev.rollcall.NotFoundException;
import dev.rollcall.Outcome;
import dev.rollcall.PreconditionFailedException;
import dev.rollcall.Put;
import dev.rollcall.Revisioned;
import dev.rollcall.RollcallException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.exception.DataAccessException;

/** What the repositories' batches have in common. */
final class Batches {

    /** The most values that one statement carries: SQLite takes 32,766. */
    static final int MAX_VALUES = 30_000;

    /** The most rows of one statement, so that no packet grows too large for the server. */
    private static final int MAX_ROWS = 256;

    private Batches() {}

    /** Cuts a batch into what one statement can carry. */
    static <T> List<List<T>> chunks(List<T> items) {
        List<List<T>> chunks = new ArrayList<>();
        for (int start = 0; start < items.size(); start += MAX_ROWS) {
            chunks.add(items.subList(start, Math.min(items.size(), start + MAX_ROWS)));
        }
        return chunks;
    }

    /**
     * Inserts a batch by as few statements as can be. Where one of a statement's rows breaks a constraint the engine takes
     * back that statement alone: its rows are then inserted one by one, each to its own outcome.
     *
     * @param dsl a transaction
     * @param table where to
     * @param items what
     * @param row an item's row
     * @param beforeOneByOne is given the items that are about to be inserted one by one
     * @param refusal what to say of an item that broke a constraint
     */
    static <T, R extends TableRecord<R>> List<Outcome<T>> insert(
            DSLContext dsl,
            Table<R> table,
            List<T> items,
            Function<T, R> row,
            Consumer<List<T>> beforeOneByOne,
            BiFunction<T, SqlError, RollcallException> refusal) {
        List<Outcome<T>> outcomes = new ArrayList<>(items.size());
        for (List<T> chunk : chunks(items)) {
            try {
                dsl.insertInto(table).set(chunk.stream().map(row).toList()).execute();
                chunk.forEach(item -> outcomes.add(Outcome.success(item)));
            } catch (DataAccessException e) {
                requireConstraint(e);
                beforeOneByOne.accept(chunk);
                for (T item : chunk) {
                    outcomes.add(constrained(
                            () -> {
                                dsl.insertInto(table).set(row.apply(item)).execute();
                                return item;
                            },
                            error -> refusal.apply(item, error)));
                }
            }
        }
        return outcomes;
    }

    /** Runs a statement that may break a constraint, and keeps what became of it. */
    static <T> Outcome<T> constrained(Supplier<T> statement, Function<SqlError, RollcallException> refusal) {
        return Outcome.of(() -> {
            try {
                return statement.get();
            } catch (DataAccessException e) {
                throw refusal.apply(requireConstraint(e));
            }
        });
    }

    /** Makes sure that a conditional statement has met its row. */
    static void requireMet(int rows, BooleanSupplier present, String resource, Object id) {
        if (rows == 0) {
            throw present.getAsBoolean()
                    ? new PreconditionFailedException(resource, id.toString())
                    : new NotFoundException(resource, id.toString());
        }
    }

    /** The outcomes of puts from what is stored after them: what is at its first revision was inserted by them. */
    static <K, V extends Revisioned> List<Outcome<Put<V>>> puts(List<K> keys, Map<K, V> stored) {
        Set<K> seen = new HashSet<>();
        List<Outcome<Put<V>>> outcomes = new ArrayList<>(keys.size());
        for (K key : keys) {
            V value = stored.get(key);
            if (value == null) {
                throw new IllegalStateException("what was put in this transaction is not there");
            }
            boolean first = seen.add(key);
            outcomes.add(
                    Outcome.success(new Put<>(value, first && value.revision().count() == 1)));
        }
        return outcomes;
    }

    private static SqlError requireConstraint(DataAccessException e) {
        return SqlError.among(e)
                .filter(error -> error == SqlError.DUPLICATE_KEY || error == SqlError.FOREIGN_KEY)
                .orElseThrow(() -> e);
    }
}
