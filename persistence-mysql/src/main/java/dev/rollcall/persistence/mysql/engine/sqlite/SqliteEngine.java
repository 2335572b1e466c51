package dev.rollcall.persistence.mysql.engine.sqlite;

import static dev.rollcall.persistence.mysql.engine.SqlError.CONTENTION;
import static dev.rollcall.persistence.mysql.engine.SqlError.DUPLICATE_KEY;
import static dev.rollcall.persistence.mysql.engine.SqlError.FOREIGN_KEY;
import static dev.rollcall.persistence.mysql.engine.SqlError.FULL;
import static dev.rollcall.persistence.mysql.engine.SqlError.INTERRUPTED;
import static dev.rollcall.persistence.mysql.engine.SqlError.READ_ONLY;
import static dev.rollcall.persistence.mysql.engine.SqlError.UNFORESEEN;
import static dev.rollcall.persistence.mysql.engine.SqlError.UNREACHABLE;

import dev.rollcall.db.MigrationLock;
import dev.rollcall.persistence.mysql.engine.Calls;
import dev.rollcall.persistence.mysql.engine.Connections;
import dev.rollcall.persistence.mysql.engine.Engine;
import dev.rollcall.persistence.mysql.engine.Location;
import dev.rollcall.persistence.mysql.engine.PlatformThreads;
import dev.rollcall.persistence.mysql.engine.Snapshot;
import dev.rollcall.persistence.mysql.engine.SqlError;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageSettings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.sqlite.SQLiteException;

/**
 * SQLite, the embedded default. Its transactions are begun by statements: the driver would begin the next one together with
 * the end of the last. An idle connection would then lock out every other process, and a commit that was done could look like
 * one that failed.
 */
public final class SqliteEngine implements Engine {

    private static final int READERS = 4;

    /** SQLite has one writer, and so has the pool: a second would only wait for the first. */
    private static final int WRITERS = 1;

    /** With the write lock from the beginning: to take it midway could fail for good. */
    private static final String BEGIN = "BEGIN IMMEDIATE";

    /** Long enough for another program's write, and short enough for a check whether the server is ready. */
    private static final int PROBE_SECONDS = 2;

    /** The engine. */
    public SqliteEngine() {}

    @Override
    public List<String> schemes() {
        return List.of(SqliteFile.SCHEME);
    }

    @Override
    public SQLDialect dialect(Connection connection) {
        return SQLDialect.SQLITE;
    }

    @Override
    public Location location(StorageSettings settings) {
        return new SqliteLocation(this, settings);
    }

    @Override
    public Connections snapshot(StorageSettings settings) throws SQLException {
        return new Snapshot(this, SqliteSource.snapshot(settings), "SELECT 1");
    }

    @Override
    public SchemaMigration migration(StorageSettings settings) {
        return new SqliteMigration(this, settings);
    }

    @Override
    public MigrationLock lockForMigration(Connection connection) throws SQLException, IOException {
        return SqliteMigrationLock.acquire(connection);
    }

    /** The driver waits in native code, where a virtual thread would keep its carrier from others. */
    @Override
    public Calls calls(int threads) {
        return new PlatformThreads(threads);
    }

    @Override
    public int readers() {
        return READERS;
    }

    @Override
    public int writers() {
        return WRITERS;
    }

    @Override
    public boolean embedded() {
        return true;
    }

    @Override
    public String readerSetup() {
        return "PRAGMA query_only = ON";
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        Snapshot.run(connection, BEGIN);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        Snapshot.run(connection, "COMMIT");
    }

    @Override
    public void rollBack(Connection connection) throws SQLException {
        Snapshot.run(connection, "ROLLBACK");
    }

    @Override
    public void probe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(PROBE_SECONDS);
            statement.execute(BEGIN);
        }
        try {
            SqliteRoom.require(connection);
        } finally {
            rollBack(connection);
        }
    }

    /** By the extended result codes; SQLite's SQLState is always empty. */
    @Override
    public SqlError classify(SQLException error) {
        if (!(error instanceof SQLiteException e)) {
            return SqlError.ofState(error);
        }
        return switch (e.getResultCode()) {
            case SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_ROWID -> DUPLICATE_KEY;
            case SQLITE_CONSTRAINT_FOREIGNKEY -> FOREIGN_KEY;
            default -> ofFamily(e.getErrorCode() & 0xff);
        };
    }

    /** SQLite rolls back a commit that finds no room. */
    @Override
    public boolean rollsBackWhenFull() {
        return true;
    }

    @Override
    public Optional<String> remedy(Throwable thrown, String database) {
        return Optional.empty();
    }

    /** A file does not mend by itself. */
    @Override
    public Optional<String> unopenable() {
        return Optional.of("it is no database of SQLite's, or this user may not write to it and its folder");
    }

    /** SQLite takes no limit in a delete. */
    @Override
    public int deleteFirst(DSLContext dsl, Table<?> table, Condition condition, Field<?> order, int limit) {
        Field<?> key = Objects.requireNonNull(table.getPrimaryKey(), "each table has a key")
                .getFields()
                .getFirst();
        return dsl.deleteFrom(table)
                .where(isFirst(dsl, table, key, condition, order, limit))
                .execute();
    }

    @Override
    public boolean keepsText() {
        return true;
    }

    private static <K> Condition isFirst(
            DSLContext dsl, Table<?> table, Field<K> key, Condition condition, Field<?> order, int limit) {
        return key.in(
                dsl.select(key).from(table).where(condition).orderBy(order).limit(limit));
    }

    private static SqlError ofFamily(int code) {
        return switch (code) {
            case 5, 6, 15, 17 -> CONTENTION; // BUSY, LOCKED, PROTOCOL, SCHEMA
            case 9 -> INTERRUPTED; // INTERRUPT
            case 8 -> READ_ONLY; // READONLY
            case 13 -> FULL; // FULL
            case 3, 7, 10, 11, 14, 23, 26 -> UNREACHABLE; // PERM, NOMEM, IOERR, CORRUPT, CANTOPEN, AUTH, NOTADB
            default -> UNFORESEEN;
        };
    }
}
