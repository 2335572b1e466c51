package dev.rollcall.persistence.mysql.table;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/** Instants, as the wall time of UTC: the driver's own way would take it for one of the JVM's zone. */
public final class InstantBinding extends PlainBinding<LocalDateTime, Instant> {

    private static final long serialVersionUID = 1L;

    /** The constructor for the generated tables. */
    public InstantBinding() {
        super(Converter.ofNullable(
                LocalDateTime.class, Instant.class, time -> time.toInstant(ZoneOffset.UTC), InstantBinding::utc));
    }

    @Override
    String text(Instant value) {
        return TimeText.write(utc(value)) + 'Z';
    }

    @Override
    Instant parse(String text) {
        return TimeText.read(text.substring(0, text.length() - 1)).toInstant(ZoneOffset.UTC);
    }

    @Override
    void set(PreparedStatement statement, int index, Instant value) throws SQLException {
        statement.setObject(index, TimeText.cut(utc(value)));
    }

    @Override
    @Nullable
    Instant get(ResultSet row, int index) throws SQLException {
        LocalDateTime time = row.getObject(index, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
