package dev.rollcall.persistence.mysql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.customer.CustomerId;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.mysql.Proxies;
import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.persistence.mysql.customer.JooqCustomerRepository;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.server.MysqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Aurora's driver on a plain MySQL: its settings, and the meaning of its errors. */
class AuroraTest {

    private static final StorageSettings SETTINGS = Stores.fresh(MysqlServer.shared());

    private final CustomerId id = Fresh.customerId();
    private final Instant now = Fresh.instant();

    @BeforeAll
    static void migrate() {
        Stores.open(SETTINGS).close();
    }

    /** Without plug-ins, with the default ones, and with those that the documentation names but IAM. */
    @ParameterizedTest
    @ValueSource(strings = {"wrapperPlugins=", "tcpKeepAlive=true", "wrapperPlugins=failover2,efm2"})
    void theWrapperShouldServe(String parameters) {
        String url = wrapped(SETTINGS.url()) + (SETTINGS.url().contains("?") ? "&" : "?") + parameters;
        StorageSettings settings = new StorageSettings(url, SETTINGS.user(), SETTINGS.password(), false);

        try (Store store = Stores.open(settings)) {
            assertThat(store.repositories().customers().put(id, now).inserted()).isTrue();
            assertThat(store.repositories().customers().put(id, now).inserted()).isFalse();
            assertThat(store.repositories().customers().find(id)).isPresent();
            store.verify();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:aws-wrapper:mysql:", "jdbc:aws-wrapper:mysql:host/database"})
    void aMalformedUrlShouldBeRefused(String url) {
        assertThatThrownBy(() -> Stores.location(StorageSettings.of(url)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ROLLCALL_STORAGE");
    }

    @ParameterizedTest
    @CsvSource({
        // SQLState, where it is thrown, how often it is tried, what is said
        "08S02, begin, 5, UNREACHABLE",
        "08S02, commit, 1, OUTCOME_UNKNOWN",
        "08007, begin, 1, OUTCOME_UNKNOWN",
        "08007, commit, 1, OUTCOME_UNKNOWN",
        "08001, begin, 1, UNREACHABLE",
        "08001, commit, 1, OUTCOME_UNKNOWN",
        "08S01, begin, 1, UNREACHABLE",
        "08S01, commit, 1, OUTCOME_UNKNOWN",
        "08006, begin, 1, UNREACHABLE",
    })
    void aLastingFailureShouldBeRetriedOnlyWhereNothingWasWritten(
            String state, String where, int attempts, Reason reason) throws SQLException {
        AtomicInteger begun = new AtomicInteger();
        try (Database database = failing(state, where, Integer.MAX_VALUE, begun)) {
            assertThatThrownBy(() -> new JooqCustomerRepository(database).put(id, now))
                    .isInstanceOfSatisfying(
                            StoreUnavailableException.class,
                            e -> assertThat(e.reason()).isEqualTo(reason));
        }
        assertThat(begun).hasValue(attempts);
        assertThat(Stores.query(SETTINGS, "SELECT 1 FROM customer_ids WHERE customer_id = '" + id + "'"))
                .isEmpty();
    }

    @Test
    void aWriteShouldFollowTheDatabaseToItsNewWriter() {
        AtomicInteger begun = new AtomicInteger();
        try (Database database = failing("08S02", "begin", 2, begun)) {
            assertThat(new JooqCustomerRepository(database).put(id, now).inserted())
                    .isTrue();
        }
        assertThat(begun).hasValue(3);
    }

    private static String wrapped(String url) {
        return url.replaceFirst("^jdbc:mysql:", "jdbc:aws-wrapper:mysql:");
    }

    private static Database failing(String state, String where, int times, AtomicInteger begun) {
        PooledConnections pool = new PooledConnections(Stores.location(SETTINGS));
        Connections connections = new FailingConnections(pool, state, where, times, begun);
        return new Database(connections, new SchemaCheck(connections, false, SETTINGS.displayUrl()));
    }

    /** Real connections, whose first transactions fail at a certain point. */
    private record FailingConnections(
            PooledConnections pool, String state, String where, int times, AtomicInteger begun) implements Connections {

        @Override
        public Engine engine() {
            return Proxies.of(Engine.class, (method, arguments) -> {
                if (method.getName().equals("begin")) {
                    begun.incrementAndGet();
                }
                if (method.getName().equals(where) && begun.get() <= times) {
                    throw new SQLException("The connection is another now.", state);
                }
                return method.invoke(pool.engine(), arguments);
            });
        }

        @Override
        public Loan reader() throws SQLException {
            return pool.reader();
        }

        @Override
        public Loan writer() throws SQLException {
            return pool.writer();
        }

        @Override
        public Connection migrator() throws SQLException {
            return pool.migrator();
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
