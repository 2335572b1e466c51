package dev.rollcall.persistence.mysql.table;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.RecordMapper;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;

/**
 * A table whose rows have one column as their key, and a revision. It reads rows, and changes and removes those that are still
 * at the revision that a caller expects.
 *
 * @param resource the kind of thing, for messages
 * @param idColumn the column of the id
 * @param createdAt the column of the creation time
 * @param revision the column of the revision's count
 * @param idValue returns an id as the column's value
 * @param id returns a thing's id
 * @param row returns a thing as a row
 * @param thing returns a row as a thing
 * @param <T> the type of a thing
 * @param <K> the type of its id
 * @param <C> the type of the column of the id
 * @param <R> the type of a row
 */
public record VersionedTable<T extends Revisioned, K, C, R extends TableRecord<R>>(
        String resource,
        TableField<R, C> idColumn,
        TableField<R, Instant> createdAt,
        TableField<R, Long> revision,
        Function<K, C> idValue,
        Function<T, K> id,
        Function<T, R> row,
        RecordMapper<R, T> thing) {

    /**
     * Reads the thing of an id.
     *
     * @param dsl a transaction
     * @param wanted the id
     * @return the thing; empty if there is none
     */
    public Optional<T> find(DSLContext dsl, K wanted) {
        return find(dsl, wanted, DSL.noCondition());
    }

    /**
     * Reads the thing of an id, if it is visible.
     *
     * @param dsl a transaction
     * @param wanted the id
     * @param visible the condition of a visible row
     * @return the thing; empty if there is none that is visible
     */
    public Optional<T> find(DSLContext dsl, K wanted, Condition visible) {
        return dsl.selectFrom(table()).where(is(wanted)).and(visible).fetchOptional(thing);
    }

    /**
     * Reads the things of some ids.
     *
     * @param dsl a transaction
     * @param wanted the ids
     * @return the things that there are, in no order
     */
    public List<T> findAll(DSLContext dsl, List<K> wanted) {
        return dsl.selectFrom(table())
                .where(idColumn.in(wanted.stream().map(idValue).toList()))
                .fetch(thing);
    }

    /**
     * Reads a page of all things, in the order of the column of the id.
     *
     * @param dsl a transaction
     * @param request the page
     * @return the page
     */
    public Page<T, K> page(DSLContext dsl, PageRequest<K> request) {
        return page(dsl, request, DSL.noCondition());
    }

    /**
     * Reads a page of some things, in the order of the column of the id.
     *
     * @param dsl a transaction
     * @param request the page
     * @param selected the condition of a row that is listed
     * @return the page
     */
    public Page<T, K> page(DSLContext dsl, PageRequest<K> request, Condition selected) {
        List<T> found = dsl.selectFrom(table())
                .where(selected)
                .and(request.after().map(idValue).map(idColumn::gt).orElseGet(DSL::noCondition))
                .orderBy(idColumn)
                .limit(request.limit() + 1)
                .fetch(thing);
        return Page.of(found, request.limit(), id);
    }

    /**
     * Replaces a thing that is still at the revision expected.
     *
     * @param dsl a transaction
     * @param replacement the new state, and the revision expected
     * @return the new state
     * @throws dev.rollcall.error.PreconditionFailedException if it is at another revision
     * @throws dev.rollcall.error.NotFoundException if there is none
     */
    public T update(DSLContext dsl, Replacement<T> replacement) {
        return update(dsl, replacement, DSL.noCondition());
    }

    /**
     * Replaces a thing that is visible and still at the revision expected.
     *
     * @param dsl a transaction
     * @param replacement the new state, and the revision expected
     * @param visible the condition of a visible row
     * @return the new state
     * @throws dev.rollcall.error.PreconditionFailedException if it is at another revision
     * @throws dev.rollcall.error.NotFoundException if there is none that is visible
     */
    public T update(DSLContext dsl, Replacement<T> replacement, Condition visible) {
        T next = replacement.next();
        K wanted = id.apply(next);
        int rows = dsl.update(table())
                .set(row.apply(next))
                .where(is(wanted))
                .and(visible)
                .and(isAt(replacement.expected()))
                .execute();
        requireMet(dsl, rows, wanted, visible);
        return next;
    }

    /**
     * Removes a thing that is still at the revision expected.
     *
     * @param dsl a transaction
     * @param removal the id, and the revision expected
     * @return the id
     * @throws dev.rollcall.error.PreconditionFailedException if it is at another revision
     * @throws dev.rollcall.error.NotFoundException if there is none
     */
    public K remove(DSLContext dsl, Removal<K> removal) {
        return remove(dsl, removal, DSL.noCondition());
    }

    /**
     * Removes a thing that is visible and still at the revision expected.
     *
     * @param dsl a transaction
     * @param removal the id, and the revision expected
     * @param visible the condition of a visible row
     * @return the id
     * @throws dev.rollcall.error.PreconditionFailedException if it is at another revision
     * @throws dev.rollcall.error.NotFoundException if there is none that is visible
     */
    public K remove(DSLContext dsl, Removal<K> removal, Condition visible) {
        int rows = dsl.deleteFrom(table())
                .where(is(removal.id()))
                .and(visible)
                .and(isAt(removal.expected()))
                .execute();
        requireMet(dsl, rows, removal.id(), visible);
        return removal.id();
    }

    /**
     * Stores things as they are in another store.
     *
     * @param dsl a transaction
     * @param things the things, each id once
     * @return the outcome of each thing, in their order
     */
    public List<Outcome<T>> restore(DSLContext dsl, List<T> things) {
        return restored(row, (same, one, error) -> RestoredTable.writtenMeanwhile(resource, id.apply(one)))
                .restore(dsl, things);
    }

    /**
     * This table as one that takes rows as they are in another store.
     *
     * @param whole returns a thing as a row with every column
     * @param refusal makes the failure of a thing that broke a constraint
     * @return the table
     */
    public RestoredTable<T, K, R> restored(Function<T, R> whole, RestoredTable.Refusal<T> refusal) {
        return new RestoredTable<>(
                resource,
                table(),
                whole,
                id,
                this::findAll,
                one -> is(id.apply(one)).and(isAt(one.revision())),
                refusal);
    }

    /**
     * The condition of the row of an id.
     *
     * @param wanted the id
     * @return the condition
     */
    public Condition is(K wanted) {
        return idColumn.eq(idValue.apply(wanted));
    }

    private Condition isAt(Revision expected) {
        return revision.eq(expected.count()).and(createdAt.eq(expected.createdAt()));
    }

    private void requireMet(DSLContext dsl, int rows, K wanted, Condition visible) {
        Batches.requireMet(rows, () -> dsl.fetchExists(table(), is(wanted).and(visible)), resource, wanted);
    }

    private Table<R> table() {
        return Objects.requireNonNull(idColumn.getTable(), "each column is of a table");
    }
}
