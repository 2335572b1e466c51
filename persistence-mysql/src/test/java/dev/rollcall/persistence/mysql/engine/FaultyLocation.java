package dev.rollcall.persistence.mysql.engine;

import dev.rollcall.persistence.mysql.Proxies;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A real database, where certain steps of each transaction fail as long as there is a fault. */
final class FaultyLocation implements Location {

    /** Where a transaction fails. */
    enum Step {
        BEGIN,
        STATEMENT,
        COMMIT,
        ROLL_BACK
    }

    private final Location real;
    private volatile Set<Step> faulty = Set.of();
    private volatile Supplier<? extends Throwable> fault = IllegalStateException::new;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private volatile String setup = "";

    FaultyLocation(Location real) {
        this.real = real;
    }

    /** From now on these steps fail. */
    void fail(Set<Step> steps, Supplier<? extends Throwable> how) {
        fault = how;
        faulty = steps;
    }

    /** From now on nothing fails. */
    void heal() {
        faulty = Set.of();
    }

    /** Runs a statement on every connection that is open, and on each that is made from now on. */
    void setUp(String sql) throws SQLException {
        setup = sql;
        for (Connection connection : connections) {
            setUp(connection);
        }
    }

    private void setUp(Connection connection) throws SQLException {
        if (!setup.isEmpty() && !connection.isClosed()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(setup);
            }
        }
    }

    private void passOrFail(Step step) throws SQLException {
        if (faulty.contains(step)) {
            switch (fault.get()) {
                case SQLException refused -> throw refused;
                case Error fatal -> throw fatal;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = real.connect();
        connections.add(connection);
        setUp(connection);
        return Proxies.of(Connection.class, (method, arguments) -> {
            if (method.getName().equals("prepareStatement") && isWrite((String) arguments[0])) {
                passOrFail(Step.STATEMENT);
            }
            return method.invoke(connection, arguments);
        });
    }

    private static boolean isWrite(String sql) {
        return !sql.startsWith("select");
    }

    @Override
    public Engine engine() {
        Engine engine = real.engine();
        return Proxies.of(Engine.class, (method, arguments) -> {
            switch (method.getName()) {
                case "begin", "probe" -> passOrFail(Step.BEGIN);
                case "commit" -> passOrFail(Step.COMMIT);
                case "rollBack" -> passOrFail(Step.ROLL_BACK);
                default -> {}
            }
            return method.invoke(engine, arguments);
        });
    }

    @Override
    public Connection connectForMigration() throws SQLException {
        return real.connectForMigration();
    }
}
