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

/** What the repositories' batches have in common. */
final class Batches {

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

    /** Runs a statement that may break a constraint, and keeps what became of it. */
    static <T> Outcome<T> constrained(
            DSLContext dsl, Supplier<T> statement, Function<SqlError, RollcallException> refusal) {
        return Outcome.of(() -> {
            try {
                return statement.get();
            } catch (DataAccessException e) {
                throw refusal.apply(requireConstraint(dsl, e));
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

    /** Puts keys that are each given so many times, by one statement. */
    interface PutStatement<K> {
        void run(List<K> keys, long times);
    }

    /**
     * Puts a batch, so that every put of it counts: a key given three times is written once and moves on by three revisions.
     * What has no more revisions than that afterwards was inserted.
     *
     * @param keys which ones
     * @param put puts keys that are each given so many times
     * @param find reads what is stored
     * @param keyOf the key of what is stored
     */
    static <K, V extends Revisioned> List<Outcome<Put<V>>> put(
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
