package dev.rollcall.persistence.mysql.engine;

import java.sql.SQLException;

/** The meaning of a driver's error, for any driver. */
public enum SqlError {
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

    /**
     * What an error means by its SQLState, where no error code tells more.
     *
     * @param e the error of a driver
     * @return its meaning; {@link #UNFORESEEN} where the state is unknown
     */
    public static SqlError ofState(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case "08S02" -> FAILED_OVER;
            case "08007", "40003" -> UNRESOLVED;
            case "25006" -> READ_ONLY;
            case "40001" -> CONTENTION;
            case "70100" -> INTERRUPTED;
            default -> state.startsWith("28") ? LOGIN_REFUSED : state.startsWith("08") ? UNREACHABLE : UNFORESEEN;
        };
    }
}
