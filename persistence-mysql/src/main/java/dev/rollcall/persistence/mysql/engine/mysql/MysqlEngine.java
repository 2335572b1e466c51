package dev.rollcall.persistence.mysql.engine.mysql;

import dev.rollcall.db.LiquibaseMigration;
import dev.rollcall.db.MigrationLock;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.persistence.mysql.engine.Calls;
import dev.rollcall.persistence.mysql.engine.Connections;
import dev.rollcall.persistence.mysql.engine.Engine;
import dev.rollcall.persistence.mysql.engine.Location;
import dev.rollcall.persistence.mysql.engine.Snapshot;
import dev.rollcall.persistence.mysql.engine.SqlError;
import dev.rollcall.persistence.mysql.engine.StoreErrors;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;

/**
 * MySQL and what speaks its protocol by its driver: Aurora MySQL, MariaDB and TiDB. Which of them it is shows only on a
 * connection, and matters only to jOOQ's {@link #dialect}.
 */
public final class MysqlEngine implements Engine {

    /** The prefix of the URLs of MySQL's driver. */
    static final String SCHEME = "jdbc:mysql:";

    private static final int READERS = 16;
    private static final int WRITERS = 2;
    private static final int INNODB_READ_ONLY = 1874;

    /** The engine. */
    public MysqlEngine() {}

    @Override
    public List<String> schemes() {
        return List.of(SCHEME, AuroraDriver.SCHEME);
    }

    /** MySQL's driver gives MariaDB's product name as MySQL, but not its version. */
    @Override
    public SQLDialect dialect(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        if (product.equals("SQLite")) {
            // Whether its connections enforce foreign keys is not known.
            throw new StoreFailureException(
                    "A DataSource must lead to MySQL or MariaDB; open SQLite by its URL.", null);
        }
        String version = connection.getMetaData().getDatabaseProductVersion();
        return (product + version).contains("MariaDB") ? SQLDialect.MARIADB : SQLDialect.MYSQL;
    }

    @Override
    public Location location(StorageSettings settings) {
        return new MysqlLocation(this, settings);
    }

    @Override
    public Connections snapshot(StorageSettings settings) throws SQLException {
        return new Snapshot(this, new MysqlLocation(this, settings).snapshot(), MysqlLocation.SNAPSHOT_PROBE);
    }

    @Override
    public SchemaMigration migration(StorageSettings settings) {
        StoreErrors errors = new StoreErrors(this);
        try {
            Connection connection = new MysqlLocation(this, settings).connectForMigration();
            LiquibaseMigration schema =
                    new LiquibaseMigration(connection, this::lockForMigration, errors::nothingWritten);
            return new MysqlMigration(schema, new MysqlUsers(connection, MysqlUsers.IAM, errors));
        } catch (SQLException e) {
            throw errors.notOpened(e, settings);
        }
    }

    @Override
    public MigrationLock lockForMigration(Connection connection) throws SQLException {
        return MysqlMigrationLock.acquire(connection);
    }

    /** The driver waits in Java, where a virtual thread leaves its carrier to others. */
    @Override
    public Calls calls(int threads) {
        return Calls.DIRECT;
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
        return false;
    }

    @Override
    public String readerSetup() {
        return "";
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    @Override
    public void rollBack(Connection connection) throws SQLException {
        connection.rollback();
    }

    @Override
    public void probe(Connection connection) throws SQLException {
        begin(connection);
        try (Statement statement = connection.createStatement()) {
            // Error 1290 where this user may not write now. It needs no right on any table.
            statement.execute("START TRANSACTION READ WRITE");
            try (ResultSet row = statement.executeQuery("SELECT @@innodb_read_only")) {
                if (row.next() && row.getBoolean(1)) {
                    throw new SQLException("InnoDB is in read only mode.", "HY000", INNODB_READ_ONLY);
                }
            }
        }
        connection.rollback();
    }

    @Override
    public SqlError classify(SQLException error) {
        return MysqlErrorCodes.meaning(error);
    }

    /** A server may have stored the transaction and failed at its log. */
    @Override
    public boolean rollsBackWhenFull() {
        return false;
    }

    @Override
    public Optional<String> remedy(Throwable thrown, String database) {
        return AuroraDriver.isSecretRefused(thrown)
                ? Optional.of("AWS Secrets Manager does not give the login for " + database
                        + ": see that the secret secretsManagerSecretId is there, in the region secretsManagerRegion, and"
                        + " that this program's role has secretsmanager:GetSecretValue on it")
                : Optional.empty();
    }

    @Override
    public Optional<String> unopenable() {
        return Optional.empty();
    }

    /** MySQL takes no limit in a subquery. */
    @Override
    public int deleteFirst(DSLContext dsl, Table<?> table, Condition condition, Field<?> order, int limit) {
        return dsl.deleteFrom(table)
                .where(condition)
                .orderBy(order)
                .limit(limit)
                .execute();
    }

    @Override
    public boolean keepsText() {
        return false;
    }
}
