package dev.rollcall.http.crash;

import dev.rollcall.http.process.OwnDatabase;
import dev.rollcall.testkit.server.MysqlServer;
import java.nio.file.Path;
import java.util.Map;

/** Over a real MySQL, which outlives the server. */
class MysqlCrashIT extends CrashProof {

    @Override
    Map<String, String> environment(Path data) {
        return OwnDatabase.on(MysqlServer.shared(), true);
    }
}
