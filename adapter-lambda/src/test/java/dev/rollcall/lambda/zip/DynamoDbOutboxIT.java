package dev.rollcall.lambda.zip;

import dev.rollcall.lambda.OwnTables;
import java.io.IOException;
import java.util.Map;

class DynamoDbOutboxIT extends OutboxZip {

    DynamoDbOutboxIT() {
        super("rollcall-lambda-dynamodb.zip");
    }

    @Override
    Map<String, String> store() throws IOException {
        return OwnTables.migrated();
    }
}
