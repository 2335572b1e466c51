package dev.rollcall.lambda;

import dev.rollcall.error.RollcallException;
import java.io.Serial;

/** A migration that did not come to its end. Its message may be shown. */
final class MigrationFailedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private MigrationFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What failed it: what the store says is for everybody to read, what a library says is not. */
    static MigrationFailedException of(Throwable cause) {
        return new MigrationFailedException(
                cause instanceof RollcallException known
                        ? known.detail()
                        : "The migration failed by " + cause.getClass().getSimpleName() + ".",
                cause);
    }
}
