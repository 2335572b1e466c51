package dev.rollcall.error;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * An error in a form that may be logged: the classes, the stack traces and the codes of the original and of its causes, without
 * their messages. Mail servers, drivers and parsers quote what they refuse, so their messages may hold e-mail addresses and the
 * secret tokens of links. Immutable and thread-safe.
 */
public final class LoggableError extends Exception {

    private static final long serialVersionUID = 1L;

    /** The most causes that are followed. */
    private static final int MAX_DEPTH = 10;

    private final String name;

    private LoggableError(String name) {
        super(name);
        this.name = name;
    }

    /**
     * An error without messages, to be handed to a logger.
     *
     * @param error any error
     * @return the same classes and stack traces, to a depth of 10 causes
     */
    public static LoggableError of(Throwable error) {
        return copy(error, 0, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /**
     * An error in a few words, to be part of a line in a log.
     *
     * @param error any error
     * @return the simple names of its class and of the classes of its causes, such as {@code UncheckedIOException from
     *     ConnectException}, with the codes of a database, and with table and key of a record that can't be read
     */
    public static String summary(Throwable error) {
        List<String> names = new ArrayList<>();
        for (Throwable next = of(error); next != null; next = next.getCause()) {
            String full = next.toString();
            int end = full.indexOf(' ') < 0 ? full.length() : full.indexOf(' ');
            names.add(full.substring(full.lastIndexOf('.', end - 1) + 1));
        }
        return String.join(" from ", names);
    }

    private static LoggableError copy(Throwable error, int depth, Set<Throwable> seen) {
        seen.add(error);
        Throwable cause = error.getCause();
        LoggableError copy = new LoggableError(name(error));
        copy.setStackTrace(error.getStackTrace());
        if (cause != null && depth < MAX_DEPTH && !seen.contains(cause)) {
            copy.initCause(copy(cause, depth + 1, seen));
        }
        for (Throwable suppressed : error.getSuppressed()) {
            if (depth < MAX_DEPTH && !seen.contains(suppressed)) {
                copy.addSuppressed(copy(suppressed, depth + 1, seen));
            }
        }
        return copy;
    }

    private static String name(Throwable error) {
        if (error instanceof LoggableError copied) {
            return copied.name;
        }
        String type = error.getClass().getName();
        if (error instanceof StoreFailureException failure
                && failure.unreadable().isPresent()) {
            return type + " (" + failure.unreadable().orElseThrow() + ")";
        }
        return error instanceof SQLException sql
                ? type + " (" + sql.getErrorCode() + ", SQLState " + sql.getSQLState() + ")"
                : type;
    }

    /** The name of the original's class, with a database's codes or with table and key of a record that can't be read. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // A logger prints it in place of the original.
    public String toString() {
        return name;
    }
}
