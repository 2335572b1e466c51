package dev.rollcall.db;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;

/** Silences Liquibase's own log: {@link LiquibaseMigration} reports progress, and errors are thrown. */
final class SilentLogService extends AbstractLogService {

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    @SuppressWarnings("rawtypes") // Liquibase's own signature.
    public Logger getLog(Class source) {
        return new SilentLogger();
    }

    private static final class SilentLogger extends AbstractLogger {
        @Override
        public void log(Level level, String message, Throwable cause) {
            // See above.
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
