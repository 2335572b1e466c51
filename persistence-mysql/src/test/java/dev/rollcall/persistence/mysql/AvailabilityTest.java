package dev.rollcall.persistence.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.customer.CustomerId;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.AvailabilityContract;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.server.DatabaseServer;
import dev.rollcall.testkit.server.MariaDbServer;
import dev.rollcall.testkit.server.MysqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A server that comes and goes. */
class AvailabilityTest {

    @Nested
    class OfMysql extends OfAServer {
        @Override
        DatabaseServer started() {
            return MysqlServer.own();
        }
    }

    @Nested
    class OfMariaDb extends OfAServer {
        @Override
        DatabaseServer started() {
            return MariaDbServer.own();
        }
    }

    abstract static class OfAServer extends AvailabilityContract<DatabaseServer> {

        /** More than a pool of writers has connections. */
        private static final int FAILURES = 3;

        private DatabaseServer server;

        abstract DatabaseServer started();

        @Override
        protected DatabaseServer own() {
            server = started();
            return server;
        }

        @Override
        protected StorageSettings fresh(DatabaseServer running, boolean migrate) {
            StorageSettings settings = Stores.fresh(running);
            return migrate ? settings : Stores.unmigrated(settings);
        }

        /** As where the database has moved, and this server is a replica now. */
        @Test
        void writesShouldGoOnAfterAReadOnlyPhase() throws SQLException {
            server.start();
            StorageSettings administrator = Stores.fresh(server);
            Stores.open(administrator).close();
            try (Store store = Stores.open(ordinaryUser(administrator))) {
                assertThat(write(store)).isTrue();
                Stores.run(administrator, "SET GLOBAL read_only = ON");
                try {
                    for (int i = 0; i < FAILURES; i++) {
                        assertUnavailable(() -> write(store), "takes no writes");
                        assertUnavailable(store::verify, "takes no writes");
                    }
                    assertThat(store.repositories().customers().find(Fresh.customerId()))
                            .isEmpty();
                } finally {
                    Stores.run(administrator, "SET GLOBAL read_only = OFF");
                }

                assertThat(write(store)).isTrue();
                store.verify();
            }
        }

        @Test
        void writesShouldGoOnAfterQueriesWereKilled() throws Exception {
            server.start();
            StorageSettings settings = Stores.fresh(server);
            CustomerId locked = Fresh.customerId();
            try (Store store = Stores.open(settings);
                    Connection other = Stores.location(settings).connect();
                    ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(put(store, locked)).isTrue();
                other.setAutoCommit(false);
                try (Statement statement = other.createStatement()) {
                    statement.execute("UPDATE customer_ids SET customer_id = customer_id");
                }
                for (int i = 0; i < FAILURES; i++) {
                    Future<Boolean> waiting = callers.submit(() -> put(store, locked));
                    killTheWriter(settings);
                    assertThatThrownBy(waiting::get)
                            .cause()
                            .isInstanceOfSatisfying(
                                    StoreUnavailableException.class,
                                    e -> assertThat(e.detail())
                                            .contains("told to break this off", "Nothing was written"));
                }
                other.rollback();

                assertThat(write(store)).isTrue();
                store.verify();
            }
        }

        /** Waits until a write begins, and breaks it off. */
        private static void killTheWriter(StorageSettings settings) throws SQLException {
            List<List<String>> writers = List.of();
            while (writers.isEmpty()) {
                Thread.onSpinWait();
                writers = Stores.query(
                        settings,
                        "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE 'insert%'");
            }
            Stores.run(settings, "KILL QUERY " + writers.getFirst().getFirst());
        }

        /** The administrator may write where it is read-only. */
        private static StorageSettings ordinaryUser(StorageSettings administrator) throws SQLException {
            Stores.run(administrator, "CREATE USER IF NOT EXISTS ordinary IDENTIFIED BY 'correct horse'");
            Stores.run(administrator, "GRANT SELECT, INSERT, UPDATE, DELETE ON * TO ordinary");
            return new StorageSettings(
                    administrator.url() + "?allowPublicKeyRetrieval=true",
                    Optional.of("ordinary"),
                    Optional.of("correct horse"),
                    false);
        }

        private static boolean write(Store store) {
            return put(store, Fresh.customerId());
        }

        private static boolean put(Store store, CustomerId id) {
            return store.repositories().customers().put(id, Fresh.instant()).inserted();
        }

        private static void assertUnavailable(Runnable call, String words) {
            assertThatThrownBy(call::run).isInstanceOfSatisfying(StoreUnavailableException.class, e -> {
                assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE);
                assertThat(e.detail()).contains(words);
            });
        }
    }
}
