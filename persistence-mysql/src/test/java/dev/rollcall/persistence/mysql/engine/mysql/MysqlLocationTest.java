package dev.rollcall.persistence.mysql.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.server.MysqlServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MysqlLocationTest {

    @Test
    void theDriversDefaultsShouldBeBounded() {
        Properties properties = MysqlLocation.properties(new StorageSettings(
                "jdbc:mysql://localhost/rollcall", Optional.of("ann"), Optional.of("secret"), false));

        assertThat(properties)
                .containsEntry("user", "ann")
                .containsEntry("password", "secret")
                .containsEntry("connectTimeout", "5000")
                .containsEntry("socketTimeout", "15000")
                .containsEntry("useAffectedRows", "false")
                .containsEntry("cachePrepStmts", "true")
                .containsEntry("useLocalSessionState", "true");
    }

    /** The URL is the more specific of the two. */
    @Test
    void theUrlShouldComeBeforeTheDefaults() throws SQLException {
        StorageSettings settings = Stores.fresh(MysqlServer.shared());
        StorageSettings mine = new StorageSettings(
                settings.url() + "?sessionVariables=sql_mode='STRICT_TRANS_TABLES'&socketTimeout=7000",
                settings.user(),
                settings.password(),
                false);

        assertThat(Stores.query(mine, "SELECT @@SESSION.sql_mode")).containsExactly(List.of("STRICT_TRANS_TABLES"));
        assertThat(MysqlLocation.properties(mine))
                .doesNotContainKey("socketTimeout")
                .containsKey("connectTimeout");
    }
}
