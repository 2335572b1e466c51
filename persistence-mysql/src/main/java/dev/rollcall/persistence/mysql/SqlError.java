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
        return e instanceof SQLiteException sqlite ? ofSqlite(sqlite) : ofMysql(e);
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
            case 5, 6, 15 -> CONTENTION; // BUSY, LOCKED, PROTOCOL
            case 8 -> READ_ONLY; // READONLY
            case 13 -> FULL; // FULL
            case 3, 7, 10, 11, 14, 23, 26 -> UNREACHABLE; // PERM, NOMEM, IOERR, CORRUPT, CANTOPEN, AUTH, NOTADB
            default -> UNFORESEEN;
        };
    }

    /** The error numbers of MySQL and MariaDB, and where there is none the SQLState. */
    private static SqlError ofMysql(SQLException e) {
        return switch (e.getErrorCode()) {
            case 1062, 1586 -> DUPLICATE_KEY;
            case 1216, 1217, 1451, 1452 -> FOREIGN_KEY;
            // Lock wait timeout, deadlock, changed since read, certification failed, lock not available.
            case 1205, 1213, 1020, 3101, 3572 -> CONTENTION;
            // Too many connections (of the server, of the user), out of resources or memory, statement took too long.
            case 1040, 1203, 1226, 1037, 1038, 1041, 1969, 3024, 3170 -> OVERLOADED;
            // --read-only, read-only transaction, read-only mode.
            case 1290, 1792, 1836 -> READ_ONLY;
            // Disk full, table full.
            case 1021, 1114 -> FULL;
            case 1044, 1045, 1130, 1142, 1227, 1524, 1698, 1862, 3118, 3159 -> LOGIN_REFUSED;
            case 1046, 1049 -> NO_DATABASE;
            // Shutdown, killed, aborted, network trouble, idle for too long, interrupted.
            case 1053, 1077, 1079, 1152, 1158, 1159, 1160, 1161, 1184, 1317, 1927, 2006, 2013, 4031 -> UNREACHABLE;
            default -> ofState(e);
        };
    }

    private static SqlError ofState(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) {
            return LOGIN_REFUSED;
        }
        if (String.valueOf(e.getMessage()).startsWith("Public Key Retrieval is not allowed")) {
            return NO_KEY;
        }
        if (state.equals("08S02")) {
            return FAILED_OVER;
        }
        if (state.equals("08007")) {
            return UNRESOLVED;
        }
        if (state.startsWith("08")) {
            return UNREACHABLE;
        }
        return UNFORESEEN;
    }
}
