package dev.rollcall.persistence.mysql;

import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.AvailabilityContract;
import dev.rollcall.testkit.server.DatabaseServer;
import dev.rollcall.testkit.server.MariaDbServer;
import dev.rollcall.testkit.server.MysqlServer;
import org.junit.jupiter.api.Nested;

/** A server that comes and goes. */
class AvailabilityTest {

    @Nested
    class OfMysql extends OfAServer {
        @Override
        protected DatabaseServer own() {
            return MysqlServer.own();
        }
    }

    @Nested
    class OfMariaDb extends OfAServer {
        @Override
        protected DatabaseServer own() {
            return MariaDbServer.own();
        }
    }

    abstract static class OfAServer extends AvailabilityContract<DatabaseServer> {

        @Override
        protected StorageSettings fresh(DatabaseServer running, boolean migrate) {
            StorageSettings settings = Stores.fresh(running);
            return migrate ? settings : Stores.unmigrated(settings);
        }
    }
}
