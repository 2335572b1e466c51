package dev.rollcall.persistence.mysql.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.persistence.mysql.engine.StoreErrors;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.ContractRuns;
import dev.rollcall.testkit.customer.CustomerFeature;
import dev.rollcall.testkit.guid.GuidFeature;
import dev.rollcall.testkit.guid.SweepingFeature;
import dev.rollcall.testkit.number.NumberFeature;
import dev.rollcall.testkit.rsvp.RsvpFeature;
import dev.rollcall.testkit.rsvp.notification.DispatchingFeature;
import dev.rollcall.testkit.server.DatabaseServer;
import dev.rollcall.testkit.server.MysqlServer;
import dev.rollcall.testkit.uuid.UuidFeature;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The API's contract, system by system, each as its own user: what a user is granted suffices, and all of it is needed. On a
 * server of its own, whose users and log are nobody else's; they log in with passwords there, for lack of IAM.
 */
class UsersInUseTest {

    private static final String PASSWORD = "correct horse";
    private static final DatabaseServer SERVER = MysqlServer.own();
    private static final StorageSettings ADMINISTRATOR = Stores.fresh(SERVER);

    static {
        try {
            Stores.run(ADMINISTRATOR, "SET GLOBAL log_output = 'TABLE'");
            Stores.run(ADMINISTRATOR, "SET GLOBAL general_log = ON");
            prepare();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void everyFeatureShouldBeTriedAsItsUser() {
        ContractRuns.requireFeatures(UsersInUseTest.class);
    }

    @Test
    void lettingThemInAgainShouldChangeNothing() throws SQLException {
        List<List<String>> before = grants();
        assertThat(before).isNotEmpty();
        prepare();
        assertThat(grants()).isEqualTo(before);
    }

    @Nested
    class Uuids extends FunctionOfItsUser implements UuidFeature {

        Uuids() {
            super(StorageUser.UUID, ADMINISTRATOR, as(StorageUser.UUID));
        }
    }

    @Nested
    class Guids extends FunctionOfItsUser implements GuidFeature {

        Guids() {
            super(StorageUser.GUID, ADMINISTRATOR, as(StorageUser.GUID));
        }
    }

    @Nested
    class Rsvp extends FunctionOfItsUser implements RsvpFeature {

        Rsvp() {
            super(StorageUser.RSVP, ADMINISTRATOR, as(StorageUser.RSVP));
        }
    }

    @Nested
    class Outbox extends FunctionOfItsUser implements DispatchingFeature {

        Outbox() {
            super(StorageUser.OUTBOX, ADMINISTRATOR, as(StorageUser.OUTBOX));
        }
    }

    @Nested
    class Sweep extends FunctionOfItsUser implements SweepingFeature {

        Sweep() {
            super(StorageUser.SWEEP, ADMINISTRATOR, as(StorageUser.SWEEP));
        }
    }

    @Nested
    class Customers extends FunctionOfItsUser implements CustomerFeature {

        Customers() {
            super(StorageUser.CUSTOMER, ADMINISTRATOR, as(StorageUser.CUSTOMER));
        }
    }

    @Nested
    class Numbers extends FunctionOfItsUser implements NumberFeature {

        Numbers() {
            super(StorageUser.NUMBER, ADMINISTRATOR, as(StorageUser.NUMBER));
        }
    }

    @Nested
    class Server extends FunctionOfItsUser {

        Server() {
            super(StorageUser.SERVER, ADMINISTRATOR, as(StorageUser.SERVER));
        }
    }

    private static void prepare() throws SQLException {
        try (var migration = StorageProvider.forUrl(ADMINISTRATOR).migration(ADMINISTRATOR)) {
            int unused = migration.apply(change -> {});
        }
        try (Connection connection = Stores.location(ADMINISTRATOR).connect()) {
            new MysqlUsers(connection, "IDENTIFIED BY '" + PASSWORD + "'", new StoreErrors(new MysqlEngine()))
                    .admit(EnumSet.allOf(StorageUser.class));
        }
    }

    private static List<List<String>> grants() throws SQLException {
        return Stores.query(
                ADMINISTRATOR,
                "SELECT User, Host, Db, Table_name, Table_priv FROM mysql.tables_priv WHERE User LIKE 'rollcall%'"
                        + " ORDER BY User, Table_name");
    }

    private static StorageSettings as(StorageUser user) {
        return new StorageSettings(
                ADMINISTRATOR.url() + "?allowPublicKeyRetrieval=true",
                Optional.of(user.toString()),
                Optional.of(PASSWORD),
                false);
    }
}
