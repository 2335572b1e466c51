package dev.rollcall.persistence.mysql.table;

import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Insert;
import org.jooq.InsertValuesStepN;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;

/**
 * Batches of rows, each written by a statement for one row that is rendered and prepared once. Its text does not depend on how
 * many rows there are.
 */
public final class PreparedBatches {

    private PreparedBatches() {}

    /**
     * Inserts rows by one statement, which is prepared once. Some may be inserted where one breaks a constraint.
     *
     * @param dsl a transaction
     * @param table the table
     * @param items what to insert; may be empty
     * @param row makes the row of an item, with a value of every column
     * @param <T> the type of an item
     * @param <R> the type of a row
     */
    public static <T, R extends TableRecord<R>> void insert(
            DSLContext dsl, Table<R> table, List<T> items, Function<T, R> row) {
        insert(dsl, items, row, insertion(dsl, table));
    }

    /**
     * The statement that inserts one row, without its values.
     *
     * @param dsl a transaction
     * @param table the table
     * @param <R> the type of a row
     * @return the statement, to which a clause may be added
     */
    public static <R extends TableRecord<R>> InsertValuesStepN<R> insertion(DSLContext dsl, Table<R> table) {
        return dsl.insertInto(table)
                .columns(table.fields())
                .values(Stream.of(table.fields()).map(PreparedBatches::absent).toList());
    }

    /**
     * Runs an {@link #insertion} for each of some items. It is prepared once.
     *
     * @param dsl a transaction
     * @param items what to insert; may be empty
     * @param row makes the row of an item, with a value of every column
     * @param insertion the statement
     * @param <T> the type of an item
     * @param <R> the type of a row
     */
    public static <T, R extends TableRecord<R>> void insert(
            DSLContext dsl, List<T> items, Function<T, R> row, Insert<R> insertion) {
        if (!items.isEmpty()) {
            int[] unused = dsl.batch(insertion)
                    .bind(items.stream()
                            .map(item -> row.apply(item).intoArray())
                            .toArray(Object[][]::new))
                    .execute();
        }
    }

    /**
     * Replaces rows that are at the revision expected, by one statement, which is prepared once.
     *
     * @param dsl a transaction
     * @param table the table
     * @param createdAt its column of the time of creation
     * @param revision its column of the revision's count
     * @param replacements what to replace; may be empty
     * @param row makes the row of a thing, with a value of every column
     * @param <T> the type of a thing
     * @param <R> the type of a row
     * @return for each replacement whether it was made
     */
    public static <T extends Revisioned, R extends TableRecord<R>> boolean[] replace(
            DSLContext dsl,
            Table<R> table,
            TableField<R, Instant> createdAt,
            TableField<R, Long> revision,
            List<Replacement<T>> replacements,
            Function<T, R> row) {
        boolean[] made = new boolean[replacements.size()];
        if (!replacements.isEmpty()) {
            List<TableField<R, ?>> key = Objects.requireNonNull(table.getPrimaryKey(), "each table has a key")
                    .getFields();
            List<Field<?>> others = Stream.<Field<?>>of(table.fields())
                    .filter(field -> !key.contains(field))
                    .toList();
            Map<Field<?>, Field<?>> next = new LinkedHashMap<>();
            others.forEach(field -> next.put(field, absent(field)));
            List<Condition> expected = Stream.<Field<?>>concat(key.stream(), Stream.of(createdAt, revision))
                    .<Condition>map(PreparedBatches::isGiven)
                    .toList();
            int[] rows = dsl.batch(dsl.update(table).set(next).where(expected))
                    .bind(replacements.stream()
                            .map(one -> values(row.apply(one.next()), others, key, one.expected()))
                            .toArray(Object[][]::new))
                    .execute();
            for (int i = 0; i < made.length; i++) {
                made[i] = rows[i] > 0;
            }
        }
        return made;
    }

    private static Object[] values(
            Record row, List<? extends Field<?>> others, List<? extends Field<?>> key, Revision expected) {
        return Stream.of(
                        others.stream().map(row::get),
                        key.stream().map(row::get),
                        Stream.<Object>of(expected.createdAt(), expected.count()))
                .flatMap(values -> values)
                .toArray();
    }

    /** A parameter of a statement that is given its values later. */
    private static <V> Param<V> absent(Field<V> field) {
        return DSL.val(null, field);
    }

    private static <V> Condition isGiven(Field<V> field) {
        return field.eq(absent(field));
    }
}
