package dev.rollcall.http;

import dev.rollcall.http.process.OwnTables;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.server.DynamoDbServer;

class DynamoDbServerApiIT extends ServerApi {

    @Override
    StorageSettings storage() {
        return StorageSettings.fromEnvironment(OwnTables.on(DynamoDbServer.shared(), true));
    }
}
