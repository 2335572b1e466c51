package dev.rollcall.persistence.mysql.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.persistence.mysql.engine.Calls;
import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.engine.DatabaseFactory;
import dev.rollcall.persistence.mysql.engine.PlatformThreads;
import dev.rollcall.persistence.mysql.engine.mysql.MysqlEngine;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.server.MysqlServer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which threads wait for SQLite. */
class SqliteThreadsTest {

    @TempDir
    Path folder;

    @Test
    void noVirtualThreadShouldCallSqliteItself() throws Exception {
        try (Database database = DatabaseFactory.open(new SqliteEngine(), Stores.sqlite(folder))) {
            Boolean read = onVirtualThread(
                    () -> database.read(dsl -> Thread.currentThread().isVirtual()));
            assertThat(read).isFalse();
            Boolean write = onVirtualThread(
                    () -> database.write(dsl -> Thread.currentThread().isVirtual()));
            assertThat(write).isFalse();
        }
    }

    @Test
    void aPlatformThreadShouldCallSqliteItself() {
        Thread caller = Thread.currentThread();
        try (Database database = DatabaseFactory.open(new SqliteEngine(), Stores.sqlite(folder))) {
            assertThat(database.read(dsl -> Thread.currentThread()).equals(caller))
                    .isTrue();
            assertThat(database.write(dsl -> Thread.currentThread()).equals(caller))
                    .isTrue();
        }
    }

    @Test
    void aVirtualThreadShouldCallMysqlItself() throws Exception {
        StorageSettings settings = Stores.fresh(MysqlServer.shared());
        try (Database database = DatabaseFactory.open(new MysqlEngine(), settings)) {
            Boolean read = onVirtualThread(
                    () -> database.read(dsl -> Thread.currentThread().isVirtual()));
            assertThat(read).isTrue();
        }
    }

    @Test
    void aFailureShouldBeItselfAndSayWhoCalled() {
        try (Calls calls = new PlatformThreads(1)) {
            assertThatThrownBy(() -> onVirtualThread(() -> calls.call(() -> {
                        throw new NotFoundException("customer", "x");
                    })))
                    .hasCauseInstanceOf(NotFoundException.class)
                    .cause()
                    .satisfies(failure -> assertThat(failure.getStackTrace())
                            .anyMatch(frame -> frame.getClassName().equals(SqliteThreadsTest.class.getName()))
                            .anyMatch(frame -> frame.getClassName().equals("java.lang.VirtualThread")));
        }
    }

    @Test
    void anErrorShouldBeItself() {
        try (Calls calls = new PlatformThreads(1)) {
            assertThatThrownBy(() -> onVirtualThread(() -> calls.call(() -> {
                        throw new AssertionError("broken");
                    })))
                    .hasCauseInstanceOf(AssertionError.class);
        }
    }

    /** It stays until its call has ended, since a connection is in use, and is interrupted then. */
    @Test
    void anInterruptedCallerShouldStayInterruptedAndGetItsResult() throws Exception {
        try (Calls calls = new PlatformThreads(1)) {
            CountDownLatch interrupted = new CountDownLatch(1);
            FutureTask<String> task = new FutureTask<>(() -> calls.call(() -> {
                        await(interrupted);
                        return "done";
                    })
                    + Thread.currentThread().isInterrupted());
            Thread caller = Thread.ofVirtual().start(task);
            caller.interrupt();
            interrupted.countDown();

            assertThat(task.get()).isEqualTo("donetrue");
        }
    }

    @Test
    void aClosedStoreShouldSaySo() {
        Calls calls = new PlatformThreads(1);
        calls.close();

        assertThatThrownBy(() -> onVirtualThread(() -> calls.call(() -> "late")))
                .hasCauseInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("closed");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T onVirtualThread(Callable<T> work) throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task.get();
    }
}
