package dev.rollcall.http.outage;

import dev.rollcall.http.process.OwnDatabase;
import dev.rollcall.testkit.server.DatabaseServer;
import dev.rollcall.testkit.server.MysqlServer;
import dev.rollcall.testkit.server.TestServer;
import java.util.Map;

class DatabaseOutageIT extends OutageContract {

    @Override
    TestServer own() {
        return MysqlServer.own();
    }

    @Override
    Map<String, String> environment(TestServer server) {
        return OwnDatabase.on((DatabaseServer) server, false);
    }
}
