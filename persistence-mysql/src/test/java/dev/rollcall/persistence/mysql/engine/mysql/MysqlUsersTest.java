package dev.rollcall.persistence.mysql.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.persistence.mysql.Stores.Backend;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.server.MysqlServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a migration runs and says for the users that it is to let in. */
class MysqlUsersTest {

    /** What lets every user in. */
    private static final String STATEMENTS = """
            CREATE USER IF NOT EXISTS rollcall_uuid IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';
            GRANT SELECT ON DATABASECHANGELOG TO rollcall_uuid;
            GRANT SELECT, INSERT, UPDATE ON uuids TO rollcall_uuid;
            CREATE USER IF NOT EXISTS rollcall_guid IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';
            GRANT SELECT ON DATABASECHANGELOG TO rollcall_guid;
            GRANT SELECT, INSERT, UPDATE, DELETE ON guids TO rollcall_guid;
            CREATE USER IF NOT EXISTS rollcall_rsvp IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';
            GRANT SELECT ON DATABASECHANGELOG TO rollcall_rsvp;
            GRANT SELECT, INSERT, UPDATE, DELETE ON users TO rollcall_rsvp;
            GRANT SELECT, INSERT, UPDATE, DELETE ON events TO rollcall_rsvp;
            GRANT SELECT, INSERT, UPDATE ON invitations TO rollcall_rsvp;
            GRANT SELECT, INSERT ON answers TO rollcall_rsvp;
            GRANT SELECT, INSERT, UPDATE ON outbox TO rollcall_rsvp;
            GRANT SELECT ON answer_links TO rollcall_rsvp;
            GRANT SELECT, INSERT, UPDATE ON owner_links TO rollcall_rsvp;
            CREATE USER IF NOT EXISTS rollcall_outbox IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';
            GRANT SELECT ON DATABASECHANGELOG TO rollcall_outbox;
            GRANT SELECT ON users TO rollcall_outbox;
            GRANT SELECT, UPDATE ON events TO rollcall_outbox;
            GRANT SELECT, UPDATE ON invitations TO rollcall_outbox;
            GRANT INSERT ON answers TO rollcall_outbox;
            GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO rollcall_outbox;
            GRANT SELECT, INSERT, UPDATE ON answer_links TO rollcall_outbox;
            CREATE USER IF NOT EXISTS rollcall_sweep IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';
            GRANT SELECT ON DATABASECHANGELOG TO rollcall_sweep;
            GRANT SELECT, DELETE ON guids TO rollcall_sweep;
            CREATE USER IF NOT EXISTS rollcall_customer IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';
            GRANT SELECT ON DATABASECHANGELOG TO rollcall_customer;
            GRANT SELECT, INSERT, UPDATE, DELETE ON customer_ids TO rollcall_customer;
            CREATE USER IF NOT EXISTS rollcall_number IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';
            GRANT SELECT ON DATABASECHANGELOG TO rollcall_number;
            GRANT SELECT, INSERT, UPDATE ON numbers TO rollcall_number;
            CREATE USER IF NOT EXISTS rollcall_server IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';
            GRANT SELECT ON DATABASECHANGELOG TO rollcall_server;
            """;

    @TempDir
    Path folder;

    @Test
    void everyUserShouldLogInByIamAndGetWhatItNeeds() {
        StorageSettings settings = Stores.fresh(MysqlServer.shared());
        try (SchemaMigration migration = StorageProvider.forUrl(settings).migration(settings)) {
            assertThat(migration.admission(names())).isEqualTo(STATEMENTS);
            assertThat(migration.admission("")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aDatabaseThatIsNotOfAuroraShouldRefuseThemAndSayWhatToDo(Backend backend) {
        refused(backend.fresh(folder), "ROLLCALL_STORAGE_USERS", "not of Aurora", "rollcall migrate --dry-run");
    }

    @Test
    void sqliteShouldRefuseThem() {
        refused(Stores.sqlite(folder), "ROLLCALL_STORAGE_USERS", "no users of its own");
    }

    @Test
    void aLoginThatMayNotMakeUsersShouldBeNamed() throws SQLException {
        StorageSettings settings = Stores.fresh(MysqlServer.shared());
        String user = Fresh.word();
        Stores.run(settings, "CREATE USER `" + user + "` IDENTIFIED BY 'plain'");
        Stores.run(settings, "GRANT ALL ON " + database(settings) + ".* TO `" + user + "`");

        refused(
                new StorageSettings(
                        settings.url() + "?allowPublicKeyRetrieval=true",
                        Optional.of(user),
                        Optional.of("plain"),
                        false),
                "ROLLCALL_STORAGE_USER",
                "administrator");
    }

    private static String names() {
        return Stream.of(StorageUser.values()).map(StorageUser::toString).collect(Collectors.joining(","));
    }

    private static String database(StorageSettings settings) throws SQLException {
        return Stores.query(settings, "SELECT DATABASE()").getFirst().getFirst();
    }

    private static void refused(StorageSettings settings, String... parts) {
        try (SchemaMigration migration = StorageProvider.forUrl(settings).migration(settings)) {
            assertThat(migration.apply(change -> {})).isPositive();
            assertThatThrownBy(() -> migration.admit(StorageUser.UUID.toString()))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            refused -> assertThat(refused.detail()).contains(parts));
        }
    }
}
