package dev.rollcall.http.process;

import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.server.EndpointServer;
import java.util.Map;

/** Tables of DynamoDB that no other test uses. */
public final class OwnTables {

    private OwnTables() {}

    /** Names some that are not there yet, and gives the variables that lead there. */
    public static Map<String, String> on(EndpointServer server, boolean create) {
        return Map.of(
                "ROLLCALL_STORAGE",
                "dynamodb:eu-west-1?endpoint=" + server.endpoint() + "&prefix=" + Fresh.word() + "-&create=" + create);
    }
}
