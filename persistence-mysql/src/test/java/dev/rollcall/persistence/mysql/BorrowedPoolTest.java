package dev.rollcall.persistence.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.mysql.Stores.Backend;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Fresh;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pool that somebody else has made and goes on using. {@link MariaDbContractTest} runs the contracts over one. */
final class BorrowedPoolTest {

    @TempDir
    static Path folder;

    private static StorageSettings settings;
    private static HikariDataSource pool;

    @BeforeAll
    static void open() {
        settings = Backend.MYSQL.fresh(folder);
        Stores.open(settings).close();
        pool = pool(settings);
    }

    @AfterAll
    static void takeBack() {
        pool.close();
    }

    @Test
    void thePoolShouldComeBackAsItWasAndStayOpen() throws SQLException {
        Store mine = JooqStore.over(pool);
        mine.repositories().users().add(Fresh.user(Fresh.instant()));
        mine.close();

        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
        }
    }

    /** However often connections fail, and at whatever they are asked, none of them is kept. */
    @ParameterizedTest
    @ValueSource(strings = {"getTransactionIsolation", "setAutoCommit", "prepareStatement", "commit"})
    void aConnectionThatFailsShouldGoBack(String step) {
        HikariConfig config = config(settings);
        config.setMaximumPoolSize(2);
        AtomicReference<String> failing = new AtomicReference<>();
        try (HikariDataSource small = new HikariDataSource(config)) {
            Store mine = JooqStore.over(faulty(small, failing));
            mine.verify();
            failing.set(step);
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> mine.repositories().users().add(Fresh.user(Fresh.instant())))
                        .isInstanceOf(StoreUnavailableException.class);
                assertThatThrownBy(mine::verify).isInstanceOf(StoreUnavailableException.class);
            }
            failing.set(null);

            mine.repositories().users().add(Fresh.user(Fresh.instant()));
            mine.verify();
            assertThat(small.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    /** A pool whose connections lose their server as soon as a certain method is called, and then can't be rolled back. */
    private static DataSource faulty(DataSource real, AtomicReference<String> failing) {
        return Proxies.of(DataSource.class, (get, nothing) -> {
            Connection connection = (Connection) get.invoke(real, nothing);
            return Proxies.of(Connection.class, (method, arguments) -> {
                String step = failing.get();
                if (step != null && List.of(step, "rollback").contains(method.getName())) {
                    throw new SQLException("Communications link failure", "08S01");
                }
                return method.invoke(connection, arguments);
            });
        });
    }

    @Test
    void anEmptyDatabaseShouldBeRefusedAndLeftAsItIs() {
        try (HikariDataSource empty = pool(Backend.MYSQL.fresh(folder))) {
            assertThatThrownBy(JooqStore.over(empty)::verify)
                    .isInstanceOfSatisfying(
                            StoreUnavailableException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.SCHEMA_OUTDATED));
        }
    }

    /** Whether its connections heed foreign keys is not ours to know. */
    @Test
    void sqliteShouldBeRefused() {
        StorageSettings file = Stores.sqlite(folder);
        Stores.open(file).close();
        try (HikariDataSource sqlite = pool(file)) {
            Store mine = JooqStore.over(sqlite);

            assertThatThrownBy(() -> mine.repositories().users().add(Fresh.user(Fresh.instant())))
                    .isInstanceOf(StoreFailureException.class)
                    .hasMessageContaining("open SQLite by its URL");
        }
    }

    static HikariDataSource pool(StorageSettings settings) {
        return new HikariDataSource(config(settings));
    }

    private static HikariConfig config(StorageSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        return config;
    }
}
