package dev.rollcall.http.outage;

import dev.rollcall.http.process.OwnTables;
import dev.rollcall.testkit.server.DynamoDbServer;
import dev.rollcall.testkit.server.EndpointServer;
import dev.rollcall.testkit.server.Relay;
import dev.rollcall.testkit.server.TestServer;
import java.util.Map;

/** The way there is cut, and not DynamoDB Local itself, which forgets the last transactions that it has acknowledged. */
class DynamoDbOutageIT extends OutageContract {

    @Override
    TestServer own() {
        Relay relay = new Relay(DynamoDbServer.own());
        relay.start();
        return relay;
    }

    @Override
    Map<String, String> environment(TestServer server) {
        return OwnTables.on((EndpointServer) server, false);
    }
}
