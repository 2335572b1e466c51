package dev.rollcall.lambda;

import dev.rollcall.lambda.event.Invoker;
import dev.rollcall.testkit.server.MysqlServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A database on MySQL that no other test uses. */
public final class OwnDatabase {

    private OwnDatabase() {}

    /** Creates one, empty, and gives the variables that lead there. */
    public static Map<String, String> empty() {
        String name = "rollcall_" + UUID.randomUUID().toString().replace("-", "");
        MysqlServer.shared().createDatabase(name);
        Map<String, String> environment = new HashMap<>();
        environment.put("ROLLCALL_STORAGE", MysqlServer.shared().jdbcUrl(name) + "?allowPublicKeyRetrieval=true");
        environment.put("ROLLCALL_STORAGE_USER", MysqlServer.shared().user());
        environment.put("ROLLCALL_STORAGE_PASSWORD", MysqlServer.shared().password());
        return environment;
    }

    /** Creates one with all its tables. */
    public static Map<String, String> migrated() throws IOException {
        Map<String, String> environment = empty();
        migration(environment).invoke(new byte[] {'{', '}'});
        return environment;
    }

    /** The migration of a store, in this process. */
    public static Invoker migration(Map<String, String> environment) {
        return Invoker.of(new MigrationHandler(environment));
    }
}
