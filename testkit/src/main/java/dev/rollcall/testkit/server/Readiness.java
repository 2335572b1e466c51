package dev.rollcall.testkit.server;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a server's first answer. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Readiness() {}

    /** Returns when the server lets its user in, and throws with its log when it is down or a minute is over. */
    static void await(DatabaseServer server, BooleanSupplier alive, Supplier<String> log) {
        long begin = System.nanoTime();
        while (true) {
            try {
                DriverManager.getConnection(server.jdbcUrl(""), server.user(), server.password())
                        .close();
                return;
            } catch (SQLException e) {
                boolean over = System.nanoTime() - begin > PATIENCE.toNanos();
                if (over || !alive.getAsBoolean()) {
                    throw new IllegalStateException(
                            server
                                    + (over ? " has not answered within a minute:" : " ended at its start:")
                                    + System.lineSeparator()
                                    + log.get(),
                            e);
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
