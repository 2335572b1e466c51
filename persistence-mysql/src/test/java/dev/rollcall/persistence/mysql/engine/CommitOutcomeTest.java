package dev.rollcall.persistence.mysql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.customer.CustomerId;
import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.mysql.Proxies;
import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.persistence.mysql.customer.JooqCustomerRepository;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.server.MysqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said of a write whose connection breaks off, depending on when it does. */
class CommitOutcomeTest {

    private static final StorageSettings SETTINGS = Stores.fresh(MysqlServer.shared());

    private final CustomerId id = Fresh.customerId();
    private final Instant now = Fresh.instant();

    /** What becomes of the connection around its commit. */
    private interface Fate {
        void commit(Connection connection) throws SQLException;
    }

    @BeforeAll
    static void migrate() {
        Stores.open(SETTINGS).close();
    }

    @Test
    void aLossBeforeTheCommitArrivesShouldLeaveTheOutcomeUnknown() throws SQLException {
        CustomerRepository customers = over(connection -> {
            kill(connection);
            connection.commit();
        });

        assertUnknown(customers);
        assertThat(stored()).isFalse();
    }

    @Test
    void aLossAfterTheCommitArrivedShouldLeaveTheOutcomeUnknown() throws SQLException {
        CustomerRepository customers = over(connection -> {
            connection.commit();
            kill(connection);
            // The answer to the commit would have come now.
            connection.rollback();
        });

        assertUnknown(customers);
        assertThat(stored()).isTrue();
    }

    @Test
    void aLossBeforeTheCommitIsSentShouldMeanThatNothingWasWritten() throws SQLException {
        try (Database database = database(new FatefulConnections(SETTINGS, Connection::commit) {
            @Override
            public Loan writer() throws SQLException {
                Loan writer = super.writer();
                kill(writer.connection());
                return writer;
            }
        })) {
            assertThatThrownBy(() -> new JooqCustomerRepository(database).put(id, now))
                    .isInstanceOfSatisfying(
                            StoreUnavailableException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
        }
        assertThat(stored()).isFalse();
    }

    /** The engine says in so many words that it did not commit. */
    @Test
    void aDeadlockAtTheCommitShouldBeTriedAgain() throws SQLException {
        int[] commits = {0};
        CustomerRepository customers = over(connection -> {
            commits[0]++;
            if (commits[0] < 3) {
                throw new SQLException(
                        "Deadlock found when trying to get lock; try restarting transaction", "40001", 1213);
            }
            connection.commit();
        });

        assertThat(customers.put(id, now).inserted()).isTrue();
        assertThat(commits[0]).isEqualTo(3);
    }

    @Test
    void aDeadlockThatGoesOnShouldBeReportedAsOverload() throws SQLException {
        CustomerRepository customers = over(connection -> {
            throw new SQLException("Deadlock found when trying to get lock; try restarting transaction", "40001", 1213);
        });

        assertThatThrownBy(() -> customers.put(id, now)).isInstanceOfSatisfying(StoreUnavailableException.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.OVERLOADED);
            assertThat(e.detail()).contains("Nothing was written").doesNotContain("lock");
        });
        assertThat(stored()).isFalse();
    }

    private void assertUnknown(CustomerRepository customers) {
        assertThatThrownBy(() -> customers.put(id, now)).isInstanceOfSatisfying(StoreUnavailableException.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
            assertThat(e.detail()).contains("not known").doesNotContain("Communications");
        });
    }

    private boolean stored() throws SQLException {
        return !Stores.query(SETTINGS, "SELECT 1 FROM customer_ids WHERE customer_id = '" + id + "'")
                .isEmpty();
    }

    private static CustomerRepository over(Fate fate) {
        return new JooqCustomerRepository(database(new FatefulConnections(SETTINGS, fate)));
    }

    private static Database database(Connections connections) {
        return new Database(connections, new SchemaCheck(connections, false, SETTINGS.displayUrl()));
    }

    private static void kill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT CONNECTION_ID()")) {
            row.next();
            Stores.run(SETTINGS, "KILL " + row.getLong(1));
        }
    }

    /** Real connections, each used once, whose commits meet a fate. */
    private static class FatefulConnections implements Connections {

        private final Location location;
        private final Fate fate;

        FatefulConnections(StorageSettings settings, Fate fate) {
            this.location = Stores.location(settings);
            this.fate = fate;
        }

        @Override
        public Loan reader() throws SQLException {
            return new Loan(location.connect(), Connection::close);
        }

        @Override
        public Loan writer() throws SQLException {
            return new Loan(location.connect(), Connection::close);
        }

        @Override
        public Connection migrator() throws SQLException {
            return location.connectForMigration();
        }

        @Override
        public Engine engine() {
            return Proxies.of(Engine.class, (method, arguments) -> {
                if (method.getName().equals("commit")) {
                    fate.commit((Connection) arguments[0]);
                    return null;
                }
                return method.invoke(location.engine(), arguments);
            });
        }

        @Override
        public void close() {
            // Each is closed after its use.
        }
    }
}
