package dev.rollcall.error;

import org.jspecify.annotations.Nullable;

/** The store can't serve this now; the same call may succeed later. {@link #reason()} says whether anything was written. */
public final class StoreUnavailableException extends RollcallException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why the store can't serve. */
    public enum Reason {
        /** It can't be reached, or broke off before anything was written. */
        UNREACHABLE,
        /** It is reached, but as much waits for it as may wait, or the wait was too long; nothing was written. */
        OVERLOADED,
        /** Its schema is older or newer than this program needs; nothing was written. */
        SCHEMA_OUTDATED,
        /** It broke off or fell silent while it wrote: whether the write was stored is not known. */
        OUTCOME_UNKNOWN
    }

    /**
     * A store that can't serve.
     *
     * @param reason why
     * @param detail the same for a person, with the cure
     * @param cause the driver's own error, where there is one
     */
    public StoreUnavailableException(Reason reason, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    /**
     * A store that can't serve, found by Rollcall itself.
     *
     * @param reason why
     * @param detail the same for a person, with the cure
     */
    public StoreUnavailableException(Reason reason, String detail) {
        this(reason, detail, null);
    }

    /**
     * Why the store can't serve.
     *
     * @return the reason; every one but {@link Reason#OUTCOME_UNKNOWN} means that nothing was written
     */
    public Reason reason() {
        return reason;
    }
}
