package dev.rollcall.error;

import org.jspecify.annotations.Nullable;

/**
 * Anything that Rollcall refuses or fails to do. The permitted kinds are all there are, so that a {@code switch} over
 * them needs no {@code default}; each carries what failed and not only a text.
 */
public abstract sealed class RollcallException extends RuntimeException
        permits RefusedException, StoreUnavailableException, StoreFailureException {

    private static final long serialVersionUID = 1L;

    RollcallException(String message) {
        super(message);
    }

    RollcallException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns a sentence about the failure, and the solution where there is one. It may be shown to the client.
     *
     * @return the sentence, without class names, SQL or secrets
     */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
