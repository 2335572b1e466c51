package dev.rollcall.persistence.mysql.table;

import dev.rollcall.number.ExactNumber;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/** Numbers, exact to the last digit: decimals where the engine has them, and the number's one text on SQLite. */
public final class ExactNumberBinding extends PlainBinding<BigDecimal, ExactNumber> {

    private static final long serialVersionUID = 1L;

    /** The constructor for the generated tables. */
    public ExactNumberBinding() {
        super(Converter.ofNullable(BigDecimal.class, ExactNumber.class, ExactNumber::new, ExactNumber::value));
    }

    @Override
    String text(ExactNumber value) {
        return value.toString();
    }

    @Override
    ExactNumber parse(String text) {
        return ExactNumber.parse(text);
    }

    @Override
    void set(PreparedStatement statement, int index, ExactNumber value) throws SQLException {
        statement.setBigDecimal(index, value.value());
    }

    @Override
    @Nullable
    ExactNumber get(ResultSet row, int index) throws SQLException {
        BigDecimal value = row.getBigDecimal(index);
        return value == null ? null : new ExactNumber(value);
    }
}
