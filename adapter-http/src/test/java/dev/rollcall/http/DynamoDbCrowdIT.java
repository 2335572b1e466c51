package dev.rollcall.http;

import dev.rollcall.testkit.server.DynamoDbServer;
import java.nio.file.Path;
import java.util.Map;

class DynamoDbCrowdIT extends CrowdProof {

    @Override
    Map<String, String> environment(Path data) {
        return OwnTables.on(DynamoDbServer.shared(), true);
    }
}
