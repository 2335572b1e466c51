package dev.rollcall.http.crowd;

import dev.rollcall.http.process.OwnDatabase;
import dev.rollcall.testkit.server.MariaDbServer;
import java.nio.file.Path;
import java.util.Map;

class MariaDbCrowdIT extends CrowdProof {

    @Override
    Map<String, String> environment(Path data) {
        return OwnDatabase.on(MariaDbServer.shared(), true);
    }
}
