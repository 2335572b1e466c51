package dev.rollcall.persistence.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.NotFoundException;
import dev.rollcall.RollcallException;
import dev.rollcall.StoreFailureException;
import dev.rollcall.StoreUnavailableException;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class StoreErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "1062, 23000, DUPLICATE_KEY",
        "1452, 23000, FOREIGN_KEY",
        "1451, 23000, FOREIGN_KEY",
        "1213, 40001, CONTENTION",
        "1205, HY000, CONTENTION",
        "1040, 08004, OVERLOADED",
        "3024, HY000, OVERLOADED",
        "1290, HY000, READ_ONLY",
        "1836, HY000, READ_ONLY",
        "1114, HY000, FULL",
        "1045, 28000, LOGIN_REFUSED",
        "1049, 42000, NO_DATABASE",
        "1046, 3D000, NO_DATABASE",
        "1053, 08S01, UNREACHABLE",
        "1927, 70100, UNREACHABLE",
        "1317, 70100, UNREACHABLE",
        "0, 08S01, UNREACHABLE",
        "0, 28000, LOGIN_REFUSED",
        "1064, 42000, UNFORESEEN",
        "0, , UNFORESEEN"
    })
    void anErrorOfAServerShouldMean(int code, String state, SqlError meaning) {
        assertThat(SqlError.of(new SQLException("Something", state, code))).isEqualTo(meaning);
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
        "SQLITE_FULL, FULL",
        "SQLITE_READONLY, READ_ONLY",
        "SQLITE_IOERR_FSYNC, UNREACHABLE",
        "SQLITE_CANTOPEN, UNREACHABLE",
        "SQLITE_CORRUPT, UNREACHABLE",
        "SQLITE_NOTADB, UNREACHABLE",
        "SQLITE_ERROR, UNFORESEEN"
    })
    void anErrorOfSqliteShouldMean(SQLiteErrorCode code, SqlError meaning) {
        assertThat(SqlError.of(new SQLiteException("Something", code))).isEqualTo(meaning);
    }

    @Test
    void anErrorShouldBeFoundAmongTheCauses() {
        DataAccessException wrapped =
                new DataAccessException("SQL [insert into users]", new SQLException("Gone", "08S01", 0));

        assertThat(StoreErrors.nothingWritten(wrapped))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        e -> assertThat(e.reason()).isEqualTo(StoreUnavailableException.Reason.UNREACHABLE));
    }

    @Test
    void whatThePortsThrowShouldPassThrough() {
        RollcallException known = new NotFoundException("user", "ann");

        assertThat(StoreErrors.nothingWritten(known)).isSameAs(known);
    }

    @Test
    void nothingOfTheDriversTextShouldBeShown() {
        Exception bug = new DataAccessException(
                "SQL [select secret from users]", new SQLException("Table 'users' is odd", "42000", 1064));

        assertThat(StoreErrors.nothingWritten(bug)).isInstanceOfSatisfying(StoreFailureException.class, e -> {
            assertThat(e.detail()).isEqualTo("The database failed.");
            assertThat(e).hasCause(bug);
        });
    }

    /** Only what the engine takes back for certain may be called unwritten. */
    @ParameterizedTest
    @CsvSource({
        "1213, 40001, OVERLOADED",
        "1290, HY000, UNREACHABLE",
        "1114, HY000, UNREACHABLE",
        "0, 08S01, OUTCOME_UNKNOWN",
        "1053, 08S01, OUTCOME_UNKNOWN",
        "1317, 70100, OUTCOME_UNKNOWN",
        "1180, HY000, OUTCOME_UNKNOWN"
    })
    void aFailedCommitShouldMean(int code, String state, StoreUnavailableException.Reason reason) {
        assertThat(StoreErrors.atCommit(new SQLException("Something", state, code)))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
