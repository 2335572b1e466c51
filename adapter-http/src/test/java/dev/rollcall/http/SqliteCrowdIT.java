package dev.rollcall.http;

import java.nio.file.Path;
import java.util.Map;

/** Over SQLite: two processes on one machine share its file. */
class SqliteCrowdIT extends CrowdProof {

    @Override
    Map<String, String> environment(Path data) {
        return Map.of("ROLLCALL_STORAGE", "jdbc:sqlite:" + data.resolve("rollcall.db"));
    }
}
