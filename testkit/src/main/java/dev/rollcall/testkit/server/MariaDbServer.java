package dev.rollcall.testkit.server;

import dev.rollcall.testkit.server.engine.Bundle;
import dev.rollcall.testkit.server.engine.Image;
import dev.rollcall.testkit.server.engine.MariaDbBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds a real MariaDB.
 *
 * <p>The one that Maven brings along is MariaDB 11.4.5 for Linux on x86-64. MySQL's driver talks to it.
 */
public final class MariaDbServer {

    private static final String VARIABLE = "ROLLCALL_TEST_MARIADB";
    private static final String CONTAINER_PASSWORD = "rollcall";

    private static final SharedServer<DatabaseServer> SHARED = new SharedServer<>(product(false));

    private MariaDbServer() {}

    /**
     * Returns the server that all tests in this JVM share, started at the first call: the one in
     * {@code ROLLCALL_TEST_MARIADB} ({@code jdbc:mysql://host:port}, with {@code ROLLCALL_TEST_MARIADB_USER} and
     * {@code ROLLCALL_TEST_MARIADB_PASSWORD}), else one in Docker, else the bundled one. The last two do not wait for
     * the disk when they commit, so that they must not be killed. Leave closing it to the JVM's end.
     *
     * @return the server, running unless a test stopped it
     * @throws IllegalStateException where no server can be had, with how to get one
     */
    public static DatabaseServer shared() {
        return SHARED.get();
    }

    /**
     * Starts a server for the caller alone, who may stop and kill it and closes it: in Docker, else the bundled one.
     * It commits as durably as a server in production: {@code innodb_flush_log_at_trx_commit=1}.
     *
     * @return the server, running
     * @throws IllegalStateException where no server can be had, with how to get one
     */
    public static DatabaseServer own() {
        return product(true).own();
    }

    private static Product<DatabaseServer> product(boolean durable) {
        List<String> arguments = new ArrayList<>(Bundle.commits(durable));
        arguments.add("--max-connections=500");
        return new Product<>(
                "MariaDB",
                VARIABLE,
                ExternalDatabaseServer.example(VARIABLE),
                variables -> new ExternalDatabaseServer(VARIABLE, variables),
                new Image("mariadb:11.4", 3306, Map.of("MARIADB_ROOT_PASSWORD", CONTAINER_PASSWORD), arguments),
                engine -> new EngineDatabaseServer(engine, CONTAINER_PASSWORD),
                new MariaDbBundle(durable),
                engine -> new EngineDatabaseServer(engine, ""));
    }
}
