package dev.rollcall.persistence.mysql.table;

import dev.rollcall.error.ConflictException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.persistence.mysql.engine.SqlError;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Restoration;
import dev.rollcall.port.Revisioned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableRecord;

/**
 * A table that takes rows exactly as they are in another store. Those that are absent are inserted by as few statements as can
 * be. Each that is present at an earlier revision is updated on condition of that revision.
 *
 * @param resource the kind of thing, for messages
 * @param table the table
 * @param row makes a thing's whole row
 * @param key a thing's id
 * @param find reads the things of some ids
 * @param isAsRead selects a thing's row while it still has the revision that was read
 * @param refusal makes the failure of a thing that broke a constraint
 * @param <T> the type of a thing
 * @param <K> the type of its id
 * @param <R> the type of its row
 */
public record RestoredTable<T extends Revisioned, K, R extends TableRecord<R>>(
        String resource,
        Table<R> table,
        Function<T, R> row,
        Function<T, K> key,
        BiFunction<DSLContext, List<K>, List<T>> find,
        Function<T, Condition> isAsRead,
        Refusal<T> refusal) {

    /**
     * Says why a thing can't be stored.
     *
     * @param <T> the type of the thing
     */
    @FunctionalInterface
    public interface Refusal<T> {

        /**
         * The failure of a thing.
         *
         * @param dsl the transaction
         * @param thing the thing
         * @param error the constraint that it broke
         * @return the failure
         */
        RollcallException of(DSLContext dsl, T thing, SqlError error);
    }

    /**
     * Stores a batch in which each id is given once.
     *
     * @param dsl a transaction
     * @param given the batch
     * @return the outcome of each thing, in their order
     */
    public List<Outcome<T>> restore(DSLContext dsl, List<T> given) {
        Map<K, T> present = present(dsl, given);
        Map<K, Outcome<T>> outcomes = new HashMap<>();
        List<T> absent = new ArrayList<>();
        for (T one : given) {
            T before = present.get(key.apply(one));
            if (before == null) {
                absent.add(one);
            } else {
                // Before the inserts, which may want what this one gives up.
                outcomes.put(key.apply(one), supersede(dsl, before, one));
            }
        }
        List<Outcome<T>> inserted =
                Batches.insert(dsl, table, absent, row, chunk -> {}, (one, error) -> refusal.of(dsl, one, error));
        for (int i = 0; i < absent.size(); i++) {
            outcomes.put(key.apply(absent.get(i)), inserted.get(i));
        }
        return given.stream()
                .map(one -> Objects.requireNonNull(outcomes.get(key.apply(one))))
                .toList();
    }

    /**
     * The failure of a thing that another writer has changed since it was read.
     *
     * @param resource the kind of thing
     * @param id its id
     * @return the failure
     */
    public static ConflictException writtenMeanwhile(String resource, Object id) {
        return new ConflictException(
                resource, id.toString(), "The " + resource + " '" + id + "' was written by somebody else meanwhile.");
    }

    private Map<K, T> present(DSLContext dsl, List<T> given) {
        Map<K, T> present = new HashMap<>();
        for (List<T> chunk : Batches.chunks(given)) {
            find.apply(dsl, chunk.stream().map(key).toList()).forEach(one -> present.put(key.apply(one), one));
        }
        return present;
    }

    private Outcome<T> supersede(DSLContext dsl, T before, T next) {
        K id = key.apply(next);
        return Batches.constrained(
                dsl,
                () -> {
                    if (Restoration.isNeeded(resource, id.toString(), next, Optional.of(before))
                            && update(dsl, before, next) == 0) {
                        throw writtenMeanwhile(resource, id);
                    }
                    return next;
                },
                error -> refusal.of(dsl, next, error));
    }

    private int update(DSLContext dsl, T before, T next) {
        return dsl.update(table)
                .set(row.apply(next))
                .where(isAsRead.apply(before))
                .execute();
    }
}
