package dev.rollcall.persistence.mysql.table;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.persistence.mysql.engine.Dsl;
import dev.rollcall.persistence.mysql.engine.SqlError;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Put;
import dev.rollcall.port.Revisioned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.exception.DataAccessException;

/** Batches of rows, as all repositories write them. */
public final class Batches {

    /** The most rows of one statement, so that no packet grows too large for the server. */
    private static final int MAX_ROWS = 256;

    private Batches() {}

    /**
     * Cuts a batch into parts that one statement can carry.
     *
     * @param items the batch
     * @param <T> the type of an item
     * @return the parts, in order
     */
    public static <T> List<List<T>> chunks(List<T> items) {
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
     * @param table the table
     * @param items the batch
     * @param row makes the row of an item
     * @param beforeOneByOne is given the items that are about to be inserted one by one
     * @param refusal makes the failure of an item that broke a constraint
     * @param <T> the type of an item
     * @param <R> the type of a row
     * @return the outcome of each item, in their order
     */
    public static <T, R extends TableRecord<R>> List<Outcome<T>> insert(
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
                requireConstraint(dsl, e);
                beforeOneByOne.accept(chunk);
                for (T item : chunk) {
                    outcomes.add(constrained(
                            dsl,
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

    /**
     * Runs a statement that may break a constraint.
     *
     * @param dsl the transaction of the statement
     * @param statement the statement
     * @param refusal makes the failure of a statement that broke a constraint
     * @param <T> the type of the result
     * @return the result, or the failure
     */
    public static <T> Outcome<T> constrained(
            DSLContext dsl, Supplier<T> statement, Function<SqlError, RollcallException> refusal) {
        return Outcome.of(() -> {
            try {
                return statement.get();
            } catch (DataAccessException e) {
                throw refusal.apply(requireConstraint(dsl, e));
            }
        });
    }

    /**
     * Fails where a conditional statement has met no row.
     *
     * @param rows the number of rows that the statement has changed
     * @param present whether there is a row of that id, asked only where it has met none
     * @param resource the kind of thing, for messages
     * @param id its id
     */
    public static void requireMet(int rows, BooleanSupplier present, String resource, Object id) {
        if (rows == 0) {
            throw present.getAsBoolean()
                    ? new PreconditionFailedException(resource, id.toString())
                    : new NotFoundException(resource, id.toString());
        }
    }

    /**
     * A statement that puts keys.
     *
     * @param <K> the type of a key
     */
    @FunctionalInterface
    public interface PutStatement<K> {

        /**
         * Puts keys by one statement.
         *
         * @param keys the keys
         * @param times the number of times that each is put
         */
        void run(List<K> keys, long times);
    }

    /**
     * Puts a batch, so that every put of it counts: a key given three times is written once and moves on by three revisions.
     * A row with that revision afterwards was inserted.
     *
     * @param keys the keys
     * @param put the statement
     * @param find reads what is stored under some keys
     * @param keyOf the key of what is stored
     * @param <K> the type of a key
     * @param <V> the type of what is stored
     * @return the outcome of each put, in the order of the keys
     */
    public static <K, V extends Revisioned> List<Outcome<Put<V>>> put(
            List<K> keys, PutStatement<K> put, Function<List<K>, List<V>> find, Function<V, K> keyOf) {
        Map<K, Long> times =
                keys.stream().collect(Collectors.groupingBy(key -> key, LinkedHashMap::new, Collectors.counting()));
        Map<Long, List<K>> byTimes = times.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        Map<K, V> stored = new HashMap<>();
        byTimes.forEach((count, some) -> {
            for (List<K> chunk : chunks(some)) {
                put.run(chunk, count);
                find.apply(chunk).forEach(value -> stored.put(keyOf.apply(value), value));
            }
        });
        Set<K> seen = new HashSet<>();
        return keys.stream()
                .map(key -> {
                    V value = Objects.requireNonNull(stored.get(key));
                    boolean inserted = value.revision().count() == times.getOrDefault(key, 0L);
                    return Outcome.success(new Put<>(value, seen.add(key) && inserted));
                })
                .toList();
    }

    private static SqlError requireConstraint(DSLContext dsl, DataAccessException e) {
        return Dsl.engine(dsl)
                .classifyCause(e)
                .filter(error -> error == SqlError.DUPLICATE_KEY || error == SqlError.FOREIGN_KEY)
                .orElseThrow(() -> e);
    }
}
