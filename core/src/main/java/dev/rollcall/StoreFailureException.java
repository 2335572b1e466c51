package dev.rollcall;

import org.jspecify.annotations.Nullable;

/** The store answered with an error that no rule foresees: a bug here or there. What it was asked to write was not stored. */
public final class StoreFailureException extends RollcallException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of the store.
     *
     * @param detail what was tried
     * @param cause the driver's own error, where there is one
     */
    public StoreFailureException(String detail, @Nullable Throwable cause) {
        super(detail, cause);
    }
}
