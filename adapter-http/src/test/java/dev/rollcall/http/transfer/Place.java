package dev.rollcall.http.transfer;

import dev.rollcall.http.process.OwnDatabase;
import dev.rollcall.http.process.OwnTables;
import dev.rollcall.testkit.server.DatabaseServer;
import dev.rollcall.testkit.server.EndpointServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A store that is empty at first, as the two sides of a copy name it.
 *
 * @param url where it is
 * @param user whom to log in as; empty where nobody asks
 * @param password the user's password
 */
record Place(String url, String user, String password) {

    static Place sqlite(Path file) {
        return new Place("jdbc:sqlite:" + file, "", "");
    }

    static Place on(DatabaseServer server) {
        Map<String, String> own = OwnDatabase.on(server, false);
        return new Place(
                own.getOrDefault("ROLLCALL_STORAGE", ""),
                own.getOrDefault("ROLLCALL_STORAGE_USER", ""),
                own.getOrDefault("ROLLCALL_STORAGE_PASSWORD", ""));
    }

    static Place on(EndpointServer server) {
        return new Place(OwnTables.on(server, true).getOrDefault("ROLLCALL_STORAGE", ""), "", "");
    }

    /** The logins of a copy from here to there. */
    Map<String, String> logins(Place target) {
        Map<String, String> logins = new HashMap<>();
        logins.put("ROLLCALL_FROM_USER", user);
        logins.put("ROLLCALL_FROM_PASSWORD", password);
        logins.put("ROLLCALL_TO_USER", target.user);
        logins.put("ROLLCALL_TO_PASSWORD", target.password);
        return logins;
    }
}
