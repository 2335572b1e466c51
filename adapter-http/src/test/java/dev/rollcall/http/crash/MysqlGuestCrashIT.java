package dev.rollcall.http.crash;

import dev.rollcall.http.process.OwnDatabase;
import dev.rollcall.testkit.server.MysqlServer;
import java.nio.file.Path;
import java.util.Map;

class MysqlGuestCrashIT extends GuestCrashProof {

    @Override
    Map<String, String> environment(Path data) {
        return OwnDatabase.on(MysqlServer.shared(), true);
    }
}
