package dev.rollcall.testkit.server;

import dev.rollcall.testkit.server.engine.Engine;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A MySQL or MariaDB that the tests run themselves. */
final class EngineDatabaseServer extends EngineServer implements DatabaseServer {

    private final String password;

    EngineDatabaseServer(Engine engine, String password) {
        super(engine);
        this.password = password;
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:mysql://" + address() + "/" + database;
    }

    @Override
    public String user() {
        return "root";
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    void connect() throws SQLException {
        DriverManager.getConnection(jdbcUrl(""), user(), password()).close();
    }
}
