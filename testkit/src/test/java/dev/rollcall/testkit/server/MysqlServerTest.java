package dev.rollcall.testkit.server;

class MysqlServerTest extends DatabaseServerTest {

    MysqlServerTest() {
        super(MysqlServer.own(), "8\\..*");
    }
}
