package dev.rollcall.lambda;

import dev.rollcall.testkit.server.DynamoDbServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Tables on DynamoDB Local that no other test uses. */
public final class OwnTables {

    private OwnTables() {}

    /** Variables that lead to tables which are not there yet. */
    public static Map<String, String> missing() {
        String prefix = "t" + UUID.randomUUID().toString().replace("-", "") + "_";
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "ROLLCALL_STORAGE",
                "dynamodb:eu-west-1?endpoint=" + DynamoDbServer.shared().endpoint() + "&prefix=" + prefix);
        return environment;
    }

    /** Creates the tables. */
    public static Map<String, String> migrated() throws IOException {
        Map<String, String> environment = missing();
        OwnDatabase.migration(environment).invoke(new byte[] {'{', '}'});
        return environment;
    }
}
