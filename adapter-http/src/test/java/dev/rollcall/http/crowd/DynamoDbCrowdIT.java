package dev.rollcall.http.crowd;

import dev.rollcall.http.process.OwnTables;
import dev.rollcall.testkit.server.DynamoDbServer;
import java.nio.file.Path;
import java.util.Map;

class DynamoDbCrowdIT extends CrowdProof {

    @Override
    Map<String, String> environment(Path data) {
        return OwnTables.on(DynamoDbServer.shared(), true);
    }
}
