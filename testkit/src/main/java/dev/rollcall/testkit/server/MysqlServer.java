package dev.rollcall.testkit.server;

import java.util.List;
import java.util.Map;

/**
 * Finds a real MySQL 8.
 *
 * <p>The one that Maven brings along is MySQL 8.0.15 for Linux on x86-64, which needs the system's libaio1 and libnuma1.
 * It writes as durably as a server in production: {@code sync_binlog=1} and {@code innodb_flush_log_at_trx_commit=1}.
 */
public final class MysqlServer {

    private static final Product PRODUCT = new Product(
            "MySQL 8",
            "ROLLCALL_TEST_MYSQL",
            "mysql:8.0",
            Map.of("MYSQL_ROOT_PASSWORD", ContainerServer.PASSWORD),
            List.of("--max-connections=500"),
            new MysqlBundle());

    private static final SharedServer SHARED = new SharedServer(PRODUCT);

    private MysqlServer() {}

    /**
     * Returns the server that all tests in this JVM share, started at the first call: the one in
     * {@code ROLLCALL_TEST_MYSQL} ({@code jdbc:mysql://host:port}, with {@code ROLLCALL_TEST_MYSQL_USER} and {@code
     * ROLLCALL_TEST_MYSQL_PASSWORD}), else one in Docker, else the bundled one. Leave closing it to the JVM's end.
     *
     * @return the server, running unless a test stopped it
     * @throws IllegalStateException where no server can be had, with how to get one
     */
    public static DatabaseServer shared() {
        return SHARED.get();
    }

    /**
     * Starts a server for the caller alone, who may stop and kill it and closes it: in Docker, else the bundled one.
     *
     * @return the server, running
     * @throws IllegalStateException where no server can be had, with how to get one
     */
    public static DatabaseServer own() {
        return PRODUCT.own();
    }
}
