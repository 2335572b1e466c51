package dev.rollcall.persistence.mysql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.persistence.mysql.Stores.Backend;
import dev.rollcall.persistence.mysql.customer.JooqCustomerRepository;
import dev.rollcall.persistence.mysql.engine.FaultyLocation.Step;
import dev.rollcall.persistence.mysql.uuid.JooqUuidRepository;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.uuid.UuidRegistration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Writes go on by themselves as soon as what made them fail is over, however often they failed. */
class RecoveryTest {

    /** More than a pool of writers has connections. */
    private static final int FAILURES = 3;

    private static final List<Set<Step>> STEPS = List.of(
            Set.of(Step.BEGIN),
            Set.of(Step.STATEMENT),
            Set.of(Step.COMMIT),
            Set.of(Step.STATEMENT, Step.ROLL_BACK),
            Set.of(Step.COMMIT, Step.ROLL_BACK));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void writesShouldGoOnAfterEveryFaultAtEveryStep(Backend backend) {
        StorageSettings settings = backend.fresh(folder);
        Stores.open(settings).close();
        FaultyLocation location = new FaultyLocation(Stores.location(settings));
        try (Database database = open(location, settings)) {
            for (Supplier<Throwable> fault : faults(backend)) {
                for (Set<Step> steps : STEPS) {
                    location.fail(steps, fault);
                    for (int i = 0; i < FAILURES; i++) {
                        assertThatThrownBy(() -> write(database))
                                .describedAs("%s at %s", fault.get(), steps)
                                .isNotNull();
                    }
                    location.heal();

                    assertThat(write(database))
                            .describedAs("after %s at %s", fault.get(), steps)
                            .isTrue();
                    database.verify();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifyShouldFailWhereNoTransactionCanBegin(Backend backend) {
        StorageSettings settings = backend.fresh(folder);
        Stores.open(settings).close();
        FaultyLocation location = new FaultyLocation(Stores.location(settings));
        try (Database database = open(location, settings)) {
            location.fail(Set.of(Step.BEGIN), faults(backend).getFirst());
            for (int i = 0; i < FAILURES; i++) {
                assertUnavailable(database::verify, "takes no writes");
            }
            assertThat(new JooqCustomerRepository(database).find(Fresh.customerId()))
                    .isEmpty();
            location.heal();

            database.verify();
        }
    }

    /** The engine itself finds no room in the middle of a transaction, and rolls back by itself. */
    @Test
    void writesToSqliteShouldGoOnOnceThereIsRoomAgain() throws SQLException {
        StorageSettings settings = Stores.sqlite(folder);
        Stores.open(settings).close();
        FaultyLocation location = new FaultyLocation(Stores.location(settings));
        try (Database database = open(location, settings)) {
            // It can't be less than the pages that are there.
            location.setUp("PRAGMA max_page_count = 1");
            for (int i = 0; i < FAILURES; i++) {
                assertUnavailable(() -> new JooqUuidRepository(database).addTogether(thousand()), "no room left");
            }
            location.setUp("PRAGMA max_page_count = 1000000");

            new JooqUuidRepository(database).addTogether(thousand());
            database.verify();
        }
    }

    @Test
    void verifyShouldGiveUpWaitingForAnotherProgramsWrite() throws SQLException {
        StorageSettings settings = Stores.sqlite(folder);
        try (Store store = Stores.open(settings);
                Connection other = Stores.location(settings).connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertUnavailable(store::verify, "Too many others");

            statement.execute("ROLLBACK");
            assertThatCode(store::verify).doesNotThrowAnyException();
        }
    }

    private static List<Supplier<Throwable>> faults(Backend backend) {
        Stream<Supplier<Throwable>> ofTheDriver = backend == Backend.SQLITE
                ? Stream.of(
                                SQLiteErrorCode.SQLITE_READONLY,
                                SQLiteErrorCode.SQLITE_FULL,
                                SQLiteErrorCode.SQLITE_IOERR_WRITE,
                                SQLiteErrorCode.SQLITE_IOERR_FSYNC,
                                SQLiteErrorCode.SQLITE_BUSY,
                                SQLiteErrorCode.SQLITE_ERROR)
                        .map(code -> () -> new SQLiteException("on purpose", code))
                : Stream.of(1290, 1836, 1317, 1114, 1205, 2013, 1064)
                        .map(code -> () -> new SQLException("on purpose", "HY000", code));
        return Stream.concat(ofTheDriver, Stream.of(() -> new StackOverflowError("on purpose")))
                .toList();
    }

    private static Database open(Location location, StorageSettings settings) {
        Connections connections = new PooledConnections(location);
        return new Database(connections, new SchemaCheck(connections, false, settings.displayUrl()));
    }

    private static List<UuidRegistration> thousand() {
        return Stream.generate(() -> UuidRegistration.first(Fresh.uuid(), Fresh.instant()))
                .limit(1000)
                .toList();
    }

    private static boolean write(Database database) {
        return new JooqCustomerRepository(database)
                .put(Fresh.customerId(), Fresh.instant())
                .inserted();
    }

    private static void assertUnavailable(Runnable call, String words) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(StoreUnavailableException.class, e -> {
            assertThat(e.reason()).isNotEqualTo(Reason.OUTCOME_UNKNOWN);
            assertThat(e.detail()).contains(words);
        });
    }
}
