package dev.rollcall.persistence.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.StoreFailureException;
import dev.rollcall.StoreUnavailableException;
import dev.rollcall.StoreUnavailableException.Reason;
import dev.rollcall.persistence.mysql.Stores.Backend;
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.Fresh;
import dev.rollcall.testkit.StorageContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ports over a pool that somebody else has made and goes on using. */
final class BorrowedPoolTest extends StorageContract {

    @TempDir
    static Path folder;

    private static HikariDataSource pool;

    @AfterAll
    static void takeBack() {
        pool.close();
    }

    @Override
    protected Repositories open() {
        if (pool == null) {
            StorageSettings settings = Backend.MYSQL.fresh(folder);
            Stores.open(settings).close();
            pool = pool(settings);
        }
        return MysqlRepositories.over(pool);
    }

    @Test
    void thePoolShouldComeBackAsItWasAndStayOpen() throws SQLException {
        Repositories mine = MysqlRepositories.over(pool);
        mine.users().add(Fresh.user(Fresh.instant()));
        mine.close();

        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
        }
    }

    @Test
    void anEmptyDatabaseShouldBeRefusedAndLeftAsItIs() {
        try (HikariDataSource empty = pool(Backend.MYSQL.fresh(folder))) {
            assertThatThrownBy(MysqlRepositories.over(empty)::verify)
                    .isInstanceOfSatisfying(
                            StoreUnavailableException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.SCHEMA_OUTDATED));
        }
    }

    /** Whether its connections heed foreign keys is not ours to know. */
    @Test
    void sqliteShouldBeRefused() {
        StorageSettings settings = Stores.sqlite(folder);
        Stores.open(settings).close();
        try (HikariDataSource sqlite = pool(settings)) {
            Repositories mine = MysqlRepositories.over(sqlite);

            assertThatThrownBy(() -> mine.users().add(Fresh.user(Fresh.instant())))
                    .isInstanceOf(StoreFailureException.class)
                    .hasMessageContaining("open SQLite by its URL");
        }
    }

    private static HikariDataSource pool(StorageSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        return new HikariDataSource(config);
    }
}
