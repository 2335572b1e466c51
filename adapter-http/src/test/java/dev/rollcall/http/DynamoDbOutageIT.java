package dev.rollcall.http;

import dev.rollcall.testkit.server.DynamoDbServer;
import dev.rollcall.testkit.server.EndpointServer;
import dev.rollcall.testkit.server.TestServer;
import java.util.Map;

class DynamoDbOutageIT extends OutageContract {

    @Override
    TestServer own() {
        return DynamoDbServer.own();
    }

    @Override
    Map<String, String> environment(TestServer server) {
        return OwnTables.on((EndpointServer) server, false);
    }
}
