package dev.rollcall.http.crash;

import dev.rollcall.http.process.OwnTables;
import dev.rollcall.testkit.server.DynamoDbServer;
import java.nio.file.Path;
import java.util.Map;

class DynamoDbGuestCrashIT extends GuestCrashProof {

    @Override
    Map<String, String> environment(Path data) {
        return OwnTables.on(DynamoDbServer.shared(), true);
    }
}
