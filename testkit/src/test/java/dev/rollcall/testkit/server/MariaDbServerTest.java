package dev.rollcall.testkit.server;

class MariaDbServerTest extends DatabaseServerTest {

    MariaDbServerTest() {
        super(MariaDbServer.own(), ".*MariaDB.*");
    }
}
