package dev.rollcall.persistence.mysql.table;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/** Wall times, which belong to no zone: the driver gets no chance to convert them. */
public final class WallTimeBinding extends PlainBinding<LocalDateTime, LocalDateTime> {

    private static final long serialVersionUID = 1L;

    /** The constructor for the generated tables. */
    public WallTimeBinding() {
        super(Converter.of(LocalDateTime.class, LocalDateTime.class, time -> time, time -> time));
    }

    @Override
    String text(LocalDateTime value) {
        return TimeText.write(value);
    }

    @Override
    LocalDateTime parse(String text) {
        return TimeText.read(text);
    }

    @Override
    void set(PreparedStatement statement, int index, LocalDateTime value) throws SQLException {
        statement.setObject(index, TimeText.cut(value));
    }

    @Override
    @Nullable
    LocalDateTime get(ResultSet row, int index) throws SQLException {
        return row.getObject(index, LocalDateTime.class);
    }
}
