package dev.rollcall.http.crash;

import java.nio.file.Path;
import java.util.Map;

/** Over SQLite, whose file the server writes itself. */
class SqliteGuestCrashIT extends GuestCrashProof {

    @Override
    boolean shared() {
        return false;
    }

    @Override
    Map<String, String> environment(Path data) {
        return Map.of("ROLLCALL_STORAGE", "jdbc:sqlite:" + data.resolve("rollcall.db"));
    }
}
