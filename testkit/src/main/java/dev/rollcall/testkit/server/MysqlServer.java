package dev.rollcall.testkit.server;

import dev.rollcall.testkit.server.engine.Bundle;
import dev.rollcall.testkit.server.engine.Image;
import dev.rollcall.testkit.server.engine.MysqlBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds a real MySQL 8.
 *
 * <p>The one that Maven brings along is MySQL 8.0.15 for Linux on x86-64, which needs the system's libaio1 and libnuma1.
 */
public final class MysqlServer {

    private static final String VARIABLE = "ROLLCALL_TEST_MYSQL";
    private static final String CONTAINER_PASSWORD = "rollcall";

    private static final SharedServer<DatabaseServer> SHARED = new SharedServer<>(product(false));

    private MysqlServer() {}

    /**
     * Returns the server that all tests in this JVM share, started at the first call: the one in
     * {@code ROLLCALL_TEST_MYSQL} ({@code jdbc:mysql://host:port}, with {@code ROLLCALL_TEST_MYSQL_USER} and {@code
     * ROLLCALL_TEST_MYSQL_PASSWORD}), else one in Docker, else the bundled one. The last two do not wait for the disk when they commit, so that they
     * must not be killed. Leave closing it to the JVM's end.
     *
     * @return the server, running unless a test stopped it
     * @throws IllegalStateException where no server can be had, with how to get one
     */
    public static DatabaseServer shared() {
        return SHARED.get();
    }

    /**
     * Starts a server for the caller alone, who may stop and kill it and closes it: in Docker, else the bundled one.
     * It commits as durably as a server in production: {@code sync_binlog=1} and {@code
     * innodb_flush_log_at_trx_commit=1}.
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
                "MySQL 8",
                VARIABLE,
                ExternalDatabaseServer.example(VARIABLE),
                variables -> new ExternalDatabaseServer(VARIABLE, variables),
                new Image("mysql:8.0", 3306, Map.of("MYSQL_ROOT_PASSWORD", CONTAINER_PASSWORD), arguments),
                engine -> new EngineDatabaseServer(engine, CONTAINER_PASSWORD),
                new MysqlBundle(durable),
                engine -> new EngineDatabaseServer(engine, ""));
    }
}
