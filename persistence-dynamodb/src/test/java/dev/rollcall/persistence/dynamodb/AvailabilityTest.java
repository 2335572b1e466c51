package dev.rollcall.persistence.dynamodb;

import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.AvailabilityContract;
import dev.rollcall.testkit.server.DynamoDbServer;
import dev.rollcall.testkit.server.EndpointServer;

/** An endpoint that comes and goes. */
final class AvailabilityTest extends AvailabilityContract<EndpointServer> {

    @Override
    protected EndpointServer own() {
        return DynamoDbServer.own();
    }

    @Override
    protected StorageSettings fresh(EndpointServer running, boolean migrate) {
        return Stores.settings(running, "create=" + migrate + "&prefix=" + Stores.freshPrefix());
    }
}
