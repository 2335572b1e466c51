package dev.rollcall.http;

import dev.rollcall.http.process.OwnDatabase;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.server.MariaDbServer;

class MariaDbServerApiIT extends ServerApi {

    @Override
    StorageSettings storage() {
        return StorageSettings.fromEnvironment(OwnDatabase.on(MariaDbServer.shared(), true));
    }
}
