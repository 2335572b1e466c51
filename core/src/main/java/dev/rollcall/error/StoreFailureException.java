package dev.rollcall.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store answered with an error that no rule foresees: a bug here or there. What it was asked to write was not stored. */
public final class StoreFailureException extends RollcallException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String unreadable;

    /**
     * A failure of the store.
     *
     * @param detail the operation that failed
     * @param cause the driver's own error, where there is one
     */
    public StoreFailureException(String detail, @Nullable Throwable cause) {
        super(detail, cause);
        unreadable = null;
    }

    private StoreFailureException(String unreadable, String why) {
        super(
                "The store holds a record that can't be read, " + unreadable + ": " + why
                        + ". Correct it there, or remove it.",
                null);
        this.unreadable = unreadable;
    }

    /**
     * The failure of a stored record that cannot be read. The text of the cause may quote the record, so it is left out.
     *
     * @param table the table that holds the record
     * @param key the record's key, as the log shows it
     * @param cause why the record cannot be read
     * @return the failure
     */
    public static StoreFailureException ofRecord(String table, Object key, RuntimeException cause) {
        return new StoreFailureException(
                "in table " + table + " with key " + key, cause.getClass().getSimpleName());
    }

    /**
     * Returns the name of the record that can't be read.
     *
     * @return its table and key, which a log may name; empty where the failure is another
     */
    public Optional<String> unreadable() {
        return Optional.ofNullable(unreadable);
    }
}
