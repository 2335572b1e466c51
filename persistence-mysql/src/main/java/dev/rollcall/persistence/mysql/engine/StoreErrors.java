package dev.rollcall.persistence.mysql.engine;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.error.Violation;
import dev.rollcall.storage.StorageSettings;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Translates what a driver throws into what the ports promise. No text of the driver's gets into a detail.
 *
 * @param engine the engine whose driver it is
 */
public record StoreErrors(Engine engine) {

    private static final Set<SqlError> SPOILING = EnumSet.of(SqlError.UNREACHABLE, SqlError.READ_ONLY);

    /**
     * Returns the exception for a failure where nothing was committed.
     *
     * @param thrown the exception
     * @return an exception of the ports'
     */
    public RollcallException nothingWritten(Throwable thrown) {
        // jOOQ wraps what the reading of a column throws.
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RollcallException known) {
                return known;
            }
        }
        return engine.classifyCause(thrown)
                .map(error -> translate(error, thrown))
                .orElseGet(() -> new StoreFailureException("The database failed.", thrown));
    }

    /** Returns the exception for a commit that failed. Only few errors show that it was not done. */
    RollcallException atCommit(SQLException e) {
        SqlError error = engine.classify(e);
        return switch (error) {
            case CONTENTION, READ_ONLY, DUPLICATE_KEY, FOREIGN_KEY -> translate(error, e);
            case FULL -> engine.rollsBackWhenFull() ? translate(error, e) : unknown(e);
            case UNREACHABLE,
                    FAILED_OVER,
                    UNRESOLVED,
                    OVERLOADED,
                    INTERRUPTED,
                    LOGIN_REFUSED,
                    NO_KEY,
                    NO_DATABASE,
                    UNFORESEEN -> unknown(e);
        };
    }

    /** Whether the connection leads to a server that will not serve again by itself, such as one that became a replica. */
    boolean spoilsConnection(Throwable thrown) {
        return engine.classifyCause(thrown).filter(SPOILING::contains).isPresent();
    }

    /** Whether others held what this needed, so that nothing is written. */
    boolean isContention(StoreUnavailableException e) {
        return engine.classifyCause(e).filter(SqlError.CONTENTION::equals).isPresent();
    }

    /** Whether the database moved to another server before a commit was asked for, so that nothing is written. */
    boolean isFailedOver(StoreUnavailableException e) {
        return e.reason() != Reason.OUTCOME_UNKNOWN
                && engine.classifyCause(e).filter(SqlError.FAILED_OVER::equals).isPresent();
    }

    /** Why waiting for the database will not help, where that is so. */
    Optional<InvalidInputException> settingsAtFault(Exception e, StorageSettings settings) {
        String database = "the database at " + settings.displayUrl();
        Optional<String> remedy = engine.remedy(e, database);
        return remedy.isPresent() ? remedy.map(StoreErrors::invalid) : classified(e, settings, database);
    }

    private Optional<InvalidInputException> classified(Exception e, StorageSettings settings, String database) {
        return engine.classifyCause(e)
                .flatMap(error -> switch (error) {
                    case LOGIN_REFUSED ->
                        Optional.of(database + " refuses this user; look at " + StorageSettings.USER_VARIABLE + " and "
                                + StorageSettings.PASSWORD_VARIABLE);
                    case NO_KEY ->
                        Optional.of(database + " has no TLS, so the password is sent only where the URL says"
                                + " allowPublicKeyRetrieval=true (safe on this machine or in a network of your own)");
                    case NO_DATABASE ->
                        Optional.of("there is no such database at " + settings.displayUrl() + "; create it first");
                    case UNREACHABLE,
                            FAILED_OVER,
                            UNRESOLVED,
                            OVERLOADED,
                            CONTENTION,
                            INTERRUPTED,
                            READ_ONLY,
                            FULL,
                            DUPLICATE_KEY,
                            FOREIGN_KEY,
                            UNFORESEEN -> Optional.empty();
                })
                .map(StoreErrors::invalid);
    }

    /**
     * Returns the exception for a database that could not be opened.
     *
     * @param e the error of the driver
     * @param settings the URL and the login
     * @return an exception of the ports'
     */
    public RollcallException notOpened(SQLException e, StorageSettings settings) {
        return settingsAtFault(e, settings)
                .<RollcallException>map(fault -> fault)
                .orElseGet(() -> nothingWritten(e));
    }

    /**
     * The failure of a URL that can't be right.
     *
     * @param detail the fault, and what to do
     * @return the exception, to be thrown; its pointer is {@link StorageSettings#URL_VARIABLE}
     */
    public static InvalidInputException invalid(String detail) {
        return new InvalidInputException(List.of(new Violation(StorageSettings.URL_VARIABLE, detail)));
    }

    private static RollcallException translate(SqlError error, Throwable cause) {
        return switch (error) {
            case UNREACHABLE -> unavailable(Reason.UNREACHABLE, "The database can't be reached at this moment.", cause);
            case FAILED_OVER ->
                unavailable(Reason.UNREACHABLE, "The database has just moved to another server.", cause);
            case UNRESOLVED -> unknown(cause);
            case LOGIN_REFUSED, NO_KEY ->
                unavailable(
                        Reason.UNREACHABLE, "The database refuses this server's user, or what the user wants.", cause);
            case NO_DATABASE -> unavailable(Reason.UNREACHABLE, "The database is not there at this moment.", cause);
            case OVERLOADED -> unavailable(Reason.OVERLOADED, "The database has too much to do at this moment.", cause);
            case CONTENTION ->
                unavailable(Reason.OVERLOADED, "Too many others change the same things at this moment.", cause);
            case INTERRUPTED -> unavailable(Reason.UNREACHABLE, "The database was told to break this off.", cause);
            case READ_ONLY -> unavailable(Reason.UNREACHABLE, "The database takes no writes at this moment.", cause);
            case FULL -> unavailable(Reason.UNREACHABLE, "The database has no room left.", cause);
            case DUPLICATE_KEY, FOREIGN_KEY, UNFORESEEN -> new StoreFailureException("The database failed.", cause);
        };
    }

    private static StoreUnavailableException unknown(Throwable cause) {
        return new StoreUnavailableException(
                Reason.OUTCOME_UNKNOWN,
                "The database broke off while it committed, so whether this was written is not known. Read it before you try again.",
                cause);
    }

    private static StoreUnavailableException unavailable(Reason reason, String sentence, Throwable cause) {
        return new StoreUnavailableException(reason, sentence + " Nothing was written; try again in a moment.", cause);
    }
}
