package dev.rollcall.persistence.dynamodb;

import dev.rollcall.storage.Store;
import dev.rollcall.testkit.StorageContract;

/** Every contract on DynamoDB. */
final class DynamoDbContractTest extends StorageContract {

    private static final String PREFIX = Stores.createTables();

    @Override
    protected Store open() {
        return Stores.open(PREFIX);
    }

    @Override
    protected boolean sweepsByItself() {
        return true;
    }
}
