package dev.rollcall.http.process;

import dev.rollcall.testkit.server.DatabaseServer;
import java.util.Map;
import java.util.UUID;

/** A database that no other test uses. */
public final class OwnDatabase {

    private OwnDatabase() {}

    /** Creates one, empty, and gives the variables that lead there. */
    public static Map<String, String> on(DatabaseServer server, boolean migrate) {
        String name = "rollcall_" + UUID.randomUUID().toString().replace("-", "");
        server.createDatabase(name);
        return Map.of(
                "ROLLCALL_STORAGE", server.jdbcUrl(name),
                "ROLLCALL_STORAGE_USER", server.user(),
                "ROLLCALL_STORAGE_PASSWORD", server.password(),
                "ROLLCALL_MIGRATE", Boolean.toString(migrate));
    }
}
