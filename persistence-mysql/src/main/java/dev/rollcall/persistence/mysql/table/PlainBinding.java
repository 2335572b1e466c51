package dev.rollcall.persistence.mysql.table;

import dev.rollcall.persistence.mysql.engine.Dsl;
import dev.rollcall.port.StoredValues;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.conf.ParamType;
import org.jooq.impl.AbstractBinding;
import org.jspecify.annotations.Nullable;

/**
 * A value that is text on engines without a type for it, such as SQLite, bound without casts so that indexes serve it.
 *
 * @param <T> what jOOQ takes the column for
 * @param <U> what the ports call it
 */
abstract class PlainBinding<T, U> extends AbstractBinding<T, U> {

    private static final long serialVersionUID = 1L;

    private final Converter<T, U> converter;

    PlainBinding(Converter<T, U> converter) {
        this.converter = converter;
    }

    /** The value as the text that is stored. */
    abstract String text(U value);

    /** The value of a text that is stored. */
    abstract U parse(String text);

    abstract void set(PreparedStatement statement, int index, U value) throws SQLException;

    abstract @Nullable U get(ResultSet row, int index) throws SQLException;

    @Override
    public Converter<T, U> converter() {
        return converter;
    }

    @Override
    public void sql(BindingSQLContext<U> context) {
        U value = context.value();
        if (context.render().paramType() != ParamType.INLINED) {
            context.render().sql(context.variable());
        } else if (value == null) {
            context.render().sql("null");
        } else {
            // Every engine reads the text of each of these types; none of the texts has a quote in it.
            context.render().sql('\'').sql(text(value)).sql('\'');
        }
    }

    @Override
    public void set(BindingSetStatementContext<U> context) throws SQLException {
        U value = context.value();
        if (value == null) {
            context.statement().setNull(context.index(), Types.VARCHAR);
        } else if (Dsl.engine(context).keepsText()) {
            context.statement().setString(context.index(), text(value));
        } else {
            set(context.statement(), context.index(), value);
        }
    }

    /** The value of a column that may hold any text. */
    private U read(BindingGetResultSetContext<U> context, String text) throws SQLException {
        try {
            return StoredValues.trust(() -> parse(text));
        } catch (RuntimeException unreadable) {
            if (context.field() instanceof TableField<?, ?> column) {
                Table<?> table = Objects.requireNonNull(column.getTable(), "each column is of a table");
                throw StoredValues.unreadable(
                        table.getName().toLowerCase(Locale.ROOT), key(table, context.resultSet()), unreadable);
            }
            throw unreadable;
        }
    }

    private static String key(Table<?> table, ResultSet row) throws SQLException {
        UniqueKey<?> key = Objects.requireNonNull(table.getPrimaryKey(), "each table has a key");
        StringJoiner texts = new StringJoiner("/");
        for (TableField<?, ?> part : key.getFields()) {
            Object value = row.getObject(part.getName());
            texts.add(value instanceof byte[] bits ? HexFormat.of().formatHex(bits) : String.valueOf(value));
        }
        return texts.toString();
    }

    @Override
    public void get(BindingGetResultSetContext<U> context) throws SQLException {
        if (Dsl.engine(context).keepsText()) {
            String text = context.resultSet().getString(context.index());
            context.value(text == null ? null : read(context, text));
        } else {
            context.value(get(context.resultSet(), context.index()));
        }
    }
}
