package dev.rollcall.persistence.mysql;

import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteException;

/** What a driver's error means, whichever driver it is. */
enum SqlError {
    /** The connection can't be made or is lost. */
    UNREACHABLE,
    /** The connection leads to another server now, and what it had begun there is rolled back. */
    FAILED_OVER,
    /** The connection was lost in a transaction of which nobody can tell whether it was committed. */
    UNRESOLVED,
    /** It takes no login of this user. */
    LOGIN_REFUSED,
    /** It wants the password encrypted by a key that the driver may not ask for. */
    NO_KEY,
    /** It is reached, but there is no database of that name. */
    NO_DATABASE,
    /** It has as much to do as it takes on. */
    OVERLOADED,
    /** Others hold what this needs; the same again may well succeed. */
    CONTENTION,
    /** Somebody broke the statement off, as by {@code KILL QUERY}. The connection is whole. */
    INTERRUPTED,
    /** It takes no writes: a replica, or one whose disk is protected. */
    READ_ONLY,
    /** It has no room left. */
    FULL,
    /** A value that must be unique is taken. */
    DUPLICATE_KEY,
    /** What is referred to is not there, or what is to go is referred to. */
    FOREIGN_KEY,
    /** Anything else. */
    UNFORESEEN;

    /** The meaning of the first error of a driver among the causes of something. */
    static Optional<SqlError> among(Throwable thrown) {
        return sqlException(thrown).map(SqlError::of);
    }

    /** The first error of a driver among the causes of something. */
    static Optional<SQLException> sqlException(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    static SqlError of(SQLException e) {
        return e instanceof SQLiteException sqlite ? ofSqlite(sqlite) : MysqlErrorCodes.meaning(e);
    }

    /** The extended result codes of SQLite; its SQLState is always empty. */
    private static SqlError ofSqlite(SQLiteException e) {
        return switch (e.getResultCode()) {
            case SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_ROWID -> DUPLICATE_KEY;
            case SQLITE_CONSTRAINT_FOREIGNKEY -> FOREIGN_KEY;
            default -> ofSqliteFamily(e.getErrorCode() & 0xff);
        };
    }

    private static SqlError ofSqliteFamily(int code) {
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
