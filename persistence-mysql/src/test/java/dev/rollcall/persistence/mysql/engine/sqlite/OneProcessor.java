package dev.rollcall.persistence.mysql.engine.sqlite;

import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.engine.DatabaseFactory;
import dev.rollcall.storage.StorageSettings;
import java.sql.Connection;
import java.util.concurrent.CountDownLatch;

/**
 * A program for one carrier of virtual threads: a write waits for a lock that another connection holds until another virtual
 * thread has run. It ends only where both can.
 */
final class OneProcessor {

    /** No lock is waited for so long: it is the test that gives up. */
    private static final String FOREVER = "PRAGMA busy_timeout = 3600000";

    private OneProcessor() {}

    public static void main(String[] arguments) throws Exception {
        StorageSettings settings = StorageSettings.of(arguments[0]);
        try (Database database = DatabaseFactory.open(new SqliteEngine(), settings);
                Connection other = Stores.location(settings).connect()) {
            database.write(dsl -> dsl.execute(FOREVER));
            new SqliteEngine().begin(other);
            CountDownLatch writing = new CountDownLatch(1);
            Thread write = Thread.ofVirtual().start(() -> {
                writing.countDown();
                database.write(dsl -> dsl.execute("DELETE FROM uuids"));
                System.out.println("written");
            });
            writing.await();
            Thread.ofVirtual().start(() -> System.out.println("meanwhile")).join();
            new SqliteEngine().rollBack(other);
            write.join();
        }
    }
}
