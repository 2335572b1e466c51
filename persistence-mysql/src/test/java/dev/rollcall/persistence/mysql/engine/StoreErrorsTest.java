package dev.rollcall.persistence.mysql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.mysql.engine.mysql.MysqlEngine;
import dev.rollcall.persistence.mysql.engine.sqlite.SqliteEngine;
import java.sql.SQLException;
import java.util.Objects;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class StoreErrorsTest {

    private static final Engine MYSQL = new MysqlEngine();
    private static final Engine SQLITE = new SqliteEngine();
    private static final StoreErrors ERRORS = new StoreErrors(MYSQL);

    @ParameterizedTest
    @CsvSource({
        "DUPLICATE_KEY, 1022 1062 1169 1586 1859",
        "FOREIGN_KEY, 1216 1217 1451 1452",
        "CONTENTION, 1020 1205 1213 1412 1614 1615 1689 3101 3572",
        "OVERLOADED, 1037 1038 1040 1041 1135 1203 1206 1226 1461 1613 1637 1969 3024 3170",
        "READ_ONLY, 1036 1290 1792 1836 1874",
        "FULL, 1021 1114 1878 3019",
        "LOGIN_REFUSED, 1044 1045 1130 1142 1143 1227 1251 1524 1698 1820 1862 3118 3159 3955 4151",
        "NO_DATABASE, 1046 1049",
        "UNREACHABLE, 1047 1053 1129 1152 1158 1184 1927 2006 2013 3032 3100 3168 3169 4031",
        "INTERRUPTED, 1317",
        // TiDB
        "CONTENTION, 8002 8005 8020 8022 8027 8028 8055 9004 9006 9007",
        "OVERLOADED, 8001 8175 8176 8229 8252 9003 9008",
        "UNREACHABLE, 8120 8251 9001 9002 9005 9010",
        "LOGIN_REFUSED, 8121",
        // A transaction or a value that is too large, data that contradict each other
        "UNFORESEEN, 8004 8025 8138 8141 8147 9500",
        // RDS Proxy
        "OVERLOADED, 9501",
        "UNFORESEEN, 0 1026 1030 1064 1105 1153 1180 1181 1366 1406"
    })
    void anErrorOfAServerShouldMean(SqlError meaning, String codes) {
        assertThat(codes.split(" "))
                .allSatisfy(code -> assertThat(
                                MYSQL.classify(new SQLException("Something", "HY000", Integer.parseInt(code))))
                        .isEqualTo(meaning));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 08S01, UNREACHABLE",
        "0, 08S02, FAILED_OVER",
        "0, 08007, UNRESOLVED",
        "0, 40003, UNRESOLVED",
        "0, 28000, LOGIN_REFUSED",
        "0, 25006, READ_ONLY",
        "0, 40001, CONTENTION",
        "0, 70100, INTERRUPTED",
        "9999, 40001, CONTENTION",
        "1153, 08S01, UNFORESEEN",
        "0, 42000, UNFORESEEN",
        "0, , UNFORESEEN"
    })
    void anErrorWithoutAKnownNumberShouldMeanWhatItsStateSays(int code, String state, SqlError meaning) {
        assertThat(MYSQL.classify(new SQLException("Something", state, code))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "1290, The MySQL server is running with the --read-only option so it cannot execute this statement, READ_ONLY",
        "1290, The MySQL server is running with the --super-read-only option so it cannot execute this, READ_ONLY",
        "1290, The MariaDB server is running with the --innodb_read_only option so it cannot, READ_ONLY",
        "1290, The MySQL server is running with the --skip-grant-tables option so it cannot execute, UNFORESEEN",
        "1290, The MySQL server is running with the --secure-file-priv option so it cannot execute, UNFORESEEN",
        "1026, Error writing file '/tmp/MLfd=42' (errno: 28 - No space left on device), FULL",
        "1026, Error writing file '/tmp/MLfd=42' (errno: 5 - Input/output error), UNFORESEEN",
        "1030, Got error 28 - 'No space left on device' from storage engine, FULL",
        "1030, Got error 135 \"Record file full\" from storage engine, FULL",
        "1030, Got error 168 - 'Unknown (generic) error from engine' from storage engine, UNFORESEEN",
        "1180, Got error 149 - 'Lock deadlock; Retry transaction' during COMMIT, CONTENTION",
        "1180, Got error 146 - 'Lock timed out; Retry transaction' during COMMIT, CONTENTION",
        "1180, Got error 5 - 'Input/output error' during COMMIT, UNFORESEEN"
    })
    void anErrorThatPassesOnAnotherShouldMeanThatOne(int code, String message, SqlError meaning) {
        assertThat(MYSQL.classify(new SQLException(message, "HY000", code))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE_CONSTRAINT_PRIMARYKEY, DUPLICATE_KEY",
        "SQLITE_CONSTRAINT_UNIQUE, DUPLICATE_KEY",
        "SQLITE_CONSTRAINT_FOREIGNKEY, FOREIGN_KEY",
        "SQLITE_CONSTRAINT_NOTNULL, UNFORESEEN",
        "SQLITE_BUSY, CONTENTION",
        "SQLITE_BUSY_SNAPSHOT, CONTENTION",
        "SQLITE_LOCKED, CONTENTION",
        "SQLITE_SCHEMA, CONTENTION",
        "SQLITE_INTERRUPT, INTERRUPTED",
        "SQLITE_FULL, FULL",
        "SQLITE_READONLY, READ_ONLY",
        "SQLITE_IOERR_FSYNC, UNREACHABLE",
        "SQLITE_CANTOPEN, UNREACHABLE",
        "SQLITE_CORRUPT, UNREACHABLE",
        "SQLITE_NOTADB, UNREACHABLE",
        "SQLITE_ERROR, UNFORESEEN"
    })
    void anErrorOfSqliteShouldMean(SQLiteErrorCode code, SqlError meaning) {
        assertThat(SQLITE.classify(new SQLiteException("Something", code))).isEqualTo(meaning);
    }

    @Test
    void anErrorShouldBeFoundAmongTheCauses() {
        DataAccessException wrapped =
                new DataAccessException("SQL [insert into users]", new SQLException("Gone", "08S01", 0));

        assertThat(ERRORS.nothingWritten(wrapped))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
    }

    @Test
    void whatThePortsThrowShouldPassThrough() {
        RollcallException known = new NotFoundException("user", "ann");

        assertThat(ERRORS.nothingWritten(known)).isSameAs(known);
    }

    @Test
    void nothingOfTheDriversTextShouldBeShown() {
        Exception bug = new DataAccessException(
                "SQL [select secret from users]", new SQLException("Table 'users' is odd", "42000", 1064));

        assertThat(ERRORS.nothingWritten(bug)).isInstanceOfSatisfying(StoreFailureException.class, e -> {
            assertThat(e.detail()).isEqualTo("The database failed.");
            assertThat(e).hasCause(bug);
        });
    }

    /** Only what the engine takes back for certain may be called unwritten. */
    @ParameterizedTest
    @CsvSource({
        // Galera says so where certification is lost, Group Replication says 3101.
        "1213, 40001, OVERLOADED",
        "3101, 40000, OVERLOADED",
        "1290, HY000, UNREACHABLE",
        // TiDB: conflict, rolled back, schema changed.
        "9007, HY000, OVERLOADED",
        "8005, HY000, OVERLOADED",
        "8002, HY000, OVERLOADED",
        "8022, HY000, OVERLOADED",
        "8028, HY000, OVERLOADED",
        // TiDB: its storage did not answer. It says "result undetermined" by dropping the connection.
        "9001, HY000, OUTCOME_UNKNOWN",
        "9002, HY000, OUTCOME_UNKNOWN",
        "9003, HY000, OUTCOME_UNKNOWN",
        "9005, HY000, OUTCOME_UNKNOWN",
        "1105, HY000, OUTCOME_UNKNOWN",
        // A node of Galera that has left its cluster.
        "1047, 08S01, OUTCOME_UNKNOWN",
        "3100, HY000, OUTCOME_UNKNOWN",
        "1114, HY000, OUTCOME_UNKNOWN",
        "0, 08S01, OUTCOME_UNKNOWN",
        "1053, 08S01, OUTCOME_UNKNOWN",
        "1317, 70100, OUTCOME_UNKNOWN",
        "1969, 70100, OUTCOME_UNKNOWN",
        "1180, HY000, OUTCOME_UNKNOWN"
    })
    void aFailedCommitShouldMean(int code, String state, Reason reason) {
        assertReason(ERRORS.atCommit(new SQLException("Something", state, code)), reason);
    }

    /** SQLite takes a commit back that finds no room; of one that could not be flushed nobody knows. */
    @ParameterizedTest
    @CsvSource({
        "SQLITE_FULL, UNREACHABLE",
        "SQLITE_BUSY, OVERLOADED",
        "SQLITE_IOERR_FSYNC, OUTCOME_UNKNOWN",
        "SQLITE_IOERR_WRITE, OUTCOME_UNKNOWN"
    })
    void aFailedCommitOfSqliteShouldMean(SQLiteErrorCode code, Reason reason) {
        assertReason(new StoreErrors(SQLITE).atCommit(new SQLiteException("Something", code)), reason);
    }

    /** The connection is whole, and so is the database. */
    @Test
    void aStatementThatIsKilledShouldBeToldAsThat() {
        RollcallException killed =
                ERRORS.nothingWritten(new SQLException("Query execution was interrupted", "70100", 1317));

        assertReason(killed, Reason.UNREACHABLE);
        assertThat(killed.detail()).contains("told to break this off", "Nothing was written");
        assertThat(ERRORS.spoilsConnection(Objects.requireNonNull(killed.getCause())))
                .isFalse();
    }

    private static void assertReason(RollcallException told, Reason reason) {
        assertThat(told)
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
