package dev.rollcall.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.Rollcall;
import dev.rollcall.persistence.mysql.JooqStore;
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.server.DatabaseServer;
import dev.rollcall.testkit.server.MysqlServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** A store as both ways use it: the services with their group writer over it, and its bare ports. Thread-safe. */
final class MeasuredStore implements AutoCloseable {

    /** What a server's pool usually has. */
    private static final int POOL_SIZE = 16;

    private final String name;
    private final Rollcall rollcall;
    /**
     * The bare ports, as often as they have connections for writes. Callers wait here, in their order, and not in a pool,
     * which would give up on most of them.
     */
    private final BlockingQueue<Repositories> ports;

    private final Deque<AutoCloseable> resources;

    private MeasuredStore(String name, Rollcall rollcall, List<Repositories> ports, Deque<AutoCloseable> resources) {
        this.name = name;
        this.rollcall = rollcall;
        this.ports = new ArrayBlockingQueue<>(ports.size(), true, ports);
        this.resources = resources;
    }

    static MeasuredStore open(String storage) {
        Deque<AutoCloseable> resources = new ArrayDeque<>();
        return switch (storage) {
            case "mysql-test" -> {
                DatabaseServer server = MysqlServer.own();
                resources.push(server);
                server.createDatabase("bench");
                yield mysql(
                        new StorageSettings(
                                server.jdbcUrl("bench"),
                                Optional.of(server.user()),
                                Optional.of(server.password()).filter(password -> !password.isEmpty()),
                                true),
                        resources);
            }
            case "sqlite-test" -> {
                Path folder = temporaryFolder();
                resources.push(() -> delete(folder));
                yield any(StorageSettings.of("jdbc:sqlite:" + folder.resolve("bench.db")), resources);
            }
            default -> {
                Map<String, String> environment = new HashMap<>(System.getenv());
                environment.put(StorageSettings.URL_VARIABLE, storage);
                StorageSettings settings = StorageSettings.fromEnvironment(environment);
                yield storage.startsWith("jdbc:mysql:") ? mysql(settings, resources) : any(settings, resources);
            }
        };
    }

    private static MeasuredStore any(StorageSettings settings, Deque<AutoCloseable> resources) {
        Store store = StorageProvider.forUrl(settings).open(settings);
        Rollcall rollcall = Rollcall.over(store, InstantSource.system());
        resources.push(rollcall);
        List<Repositories> ports = Collections.nCopies(store.writers(), store.repositories());
        return new MeasuredStore(settings.displayUrl(), rollcall, ports, resources);
    }

    /** The group writer has two connections; a caller that commits by itself has a whole pool of the usual size. */
    private static MeasuredStore mysql(StorageSettings settings, Deque<AutoCloseable> resources) {
        Rollcall rollcall = Rollcall.open(settings);
        resources.push(rollcall);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("useLocalSessionState", "true");
        config.addDataSourceProperty("cacheServerConfiguration", "true");
        config.addDataSourceProperty("cachePrepStmts", "true");
        config.addDataSourceProperty("maintainTimeStats", "false");
        config.setConnectionTimeout(Duration.ofSeconds(30).toMillis());
        HikariDataSource pool = new HikariDataSource(config);
        resources.push(pool);
        // One set of ports takes no more connections than a group writer needs.
        List<Repositories> ports = new ArrayList<>();
        while (ports.size() < POOL_SIZE) {
            Store more = JooqStore.over(pool);
            ports.addAll(Collections.nCopies(more.writers(), more.repositories()));
        }
        return new MeasuredStore(settings.displayUrl(), rollcall, ports, resources);
    }

    String name() {
        return name;
    }

    Rollcall rollcall() {
        return rollcall;
    }

    /** Uses the ports as one of no more callers than there are connections. */
    void oneOfFew(Consumer<Repositories> use) {
        Repositories free = take();
        try {
            use.accept(free);
        } finally {
            ports.add(free);
        }
    }

    private Repositories take() {
        try {
            return ports.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("The store could not be closed.", e);
            }
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("rollcall-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
