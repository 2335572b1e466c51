package dev.rollcall.lambda;

import dev.rollcall.error.LoggableError;
import dev.rollcall.error.RollcallException;
import java.io.Serial;

/** A failed invocation, in a form that Lambda may log: with Rollcall's own words, and without those of others. */
final class LoggedFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private LoggedFailure(String message, LoggableError cause) {
        super(message, cause);
    }

    /** What to throw in place of a failure, for Lambda logs all of what a handler throws. */
    static LoggedFailure of(Throwable failure) {
        return new LoggedFailure(
                failure instanceof RollcallException known ? known.detail() : LoggableError.summary(failure),
                LoggableError.of(failure));
    }
}
