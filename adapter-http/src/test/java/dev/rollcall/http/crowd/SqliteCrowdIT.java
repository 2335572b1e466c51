package dev.rollcall.http.crowd;

import java.nio.file.Path;
import java.util.Map;

/** Over SQLite, whose file has one server. */
class SqliteCrowdIT extends CrowdProof {

    @Override
    int servers() {
        return 1;
    }

    @Override
    Map<String, String> environment(Path data) {
        return Map.of("ROLLCALL_STORAGE", "jdbc:sqlite:" + data.resolve("rollcall.db"));
    }
}
