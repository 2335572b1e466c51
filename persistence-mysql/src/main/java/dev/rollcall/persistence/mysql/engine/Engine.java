package dev.rollcall.persistence.mysql.engine;

import dev.rollcall.db.MigrationLock;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageSettings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;

/**
 * A database engine: everything that differs between the engines on which this module keeps its data. There is one class for
 * each, and no other class asks which engine it has. An engine has no state. Thread-safe.
 */
public interface Engine {

    /**
     * The URLs of this engine's databases, as they begin.
     *
     * @return the beginnings, such as {@code jdbc:sqlite:}; 1 or more
     */
    List<String> schemes();

    /**
     * The dialect in which jOOQ writes statements for a database.
     *
     * @param connection a connection to the database
     * @return the dialect
     * @throws SQLException where the driver fails
     */
    SQLDialect dialect(Connection connection) throws SQLException;

    /**
     * A database for reading and writing. No connection is made yet.
     *
     * @param settings the URL and the login
     * @return the database
     * @throws dev.rollcall.error.InvalidInputException where the settings can't be right
     */
    Location location(StorageSettings settings);

    /**
     * Connections that only read, and that all see the database as it is now.
     *
     * @param settings the URL and the login
     * @return the connections
     * @throws dev.rollcall.error.InvalidInputException where the settings can't be right or there is no such database
     * @throws SQLException where the database fails
     */
    Connections snapshot(StorageSettings settings) throws SQLException;

    /**
     * Brings the schema of a database up to date, and creates its users where the engine has users.
     *
     * @param settings the URL and the login
     * @return the migration, to be closed
     * @throws dev.rollcall.error.InvalidInputException where the settings can't be right
     * @throws dev.rollcall.error.StoreUnavailableException where the database can't be reached
     */
    SchemaMigration migration(StorageSettings settings);

    /**
     * Waits until no other program migrates a database.
     *
     * @param connection the connection that the migration will use
     * @return the lock
     * @throws dev.rollcall.error.StoreUnavailableException where another program holds the lock for too long
     * @throws SQLException where the database fails
     * @throws IOException where a file that serves as the lock can't be opened
     */
    MigrationLock lockForMigration(Connection connection) throws SQLException, IOException;

    /**
     * The threads on which the driver is called.
     *
     * @param threads the maximum number of threads, where the engine needs threads of its own: 1 or more
     * @return the threads, to be closed
     */
    Calls calls(int threads);

    /**
     * Returns the number of connections that read at the same time.
     *
     * @return the number: 1 or more
     */
    int readers();

    /**
     * Returns the number of connections that write at the same time.
     *
     * @return the number: 1 or more
     */
    int writers();

    /**
     * Whether this process alone owns its databases. Such a database is migrated without being asked, its connections do not
     * age, and its driver stays in auto-commit mode: transactions are begun by statements.
     *
     * @return true for an embedded engine, false for a server
     */
    boolean embedded();

    /**
     * The statement that makes a connection read-only.
     *
     * @return the statement; empty for none
     */
    String readerSetup();

    /**
     * Begins a transaction.
     *
     * @param connection one of a pool's writers
     * @throws SQLException where the database fails
     */
    void begin(Connection connection) throws SQLException;

    /**
     * Commits a transaction.
     *
     * @param connection the connection that has begun it
     * @throws SQLException where the database fails
     */
    void commit(Connection connection) throws SQLException;

    /**
     * Rolls a transaction back.
     *
     * @param connection the connection that has begun it
     * @throws SQLException where the database fails
     */
    void rollBack(Connection connection) throws SQLException;

    /**
     * Begins a transaction that may write, and ends it without a write.
     *
     * @param connection one of a pool's writers
     * @throws SQLException what a write would meet now, such as a disk without room
     */
    void probe(Connection connection) throws SQLException;

    /**
     * Returns the meaning of an error of the driver.
     *
     * @param error the error
     * @return its meaning
     */
    SqlError classify(SQLException error);

    /**
     * What the first error of the driver among some causes means.
     *
     * @param thrown an exception, such as jOOQ's, whose causes are searched
     * @return the meaning; empty where no cause is the driver's
     */
    default Optional<SqlError> classifyCause(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return Optional.of(classify(error));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a commit that fails with {@link SqlError#FULL} leaves nothing written.
     *
     * @return true where that is certain
     */
    boolean rollsBackWhenFull();

    /**
     * What the operator must change before a connection can succeed, where only this engine's driver tells.
     *
     * @param thrown the exception of the attempt to connect
     * @param database the database, as it may be shown
     * @return a sentence; empty where the failure says nothing of the kind
     */
    Optional<String> remedy(Throwable thrown, String database);

    /**
     * Why a database that can't be opened now will not open later either.
     *
     * @return the end of a sentence; empty for a server, which may only be down
     */
    Optional<String> unopenable();

    /**
     * Deletes the first rows that meet a condition.
     *
     * @param dsl a transaction
     * @param table the table, whose primary key is one column
     * @param condition the condition that a row must meet
     * @param order the column whose smallest values are deleted first
     * @param limit the maximum number of rows: 1 or more
     * @return how many rows were deleted
     */
    int deleteFirst(DSLContext dsl, Table<?> table, Condition condition, Field<?> order, int limit);

    /**
     * Whether times and decimals are columns of text, for lack of types of their own.
     *
     * @return true where the text is bound and read
     */
    boolean keepsText();
}
