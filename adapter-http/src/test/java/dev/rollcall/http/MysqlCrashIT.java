package dev.rollcall.http;

import dev.rollcall.testkit.server.DatabaseServer;
import dev.rollcall.testkit.server.MysqlServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** Over a real MySQL, which outlives the server. */
class MysqlCrashIT extends CrashProof {

    @Override
    Map<String, String> environment(Path data) {
        return environment(MysqlServer.shared());
    }

    /** A database of its own, and how to get there. */
    static Map<String, String> environment(DatabaseServer database) {
        String name = "rollcall_" + UUID.randomUUID().toString().replace("-", "");
        database.createDatabase(name);
        return Map.of(
                "ROLLCALL_STORAGE", database.jdbcUrl(name),
                "ROLLCALL_STORAGE_USER", database.user(),
                "ROLLCALL_STORAGE_PASSWORD", database.password());
    }
}
