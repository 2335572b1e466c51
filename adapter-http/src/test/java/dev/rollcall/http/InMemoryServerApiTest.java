package dev.rollcall.http;

import dev.rollcall.storage.StorageSettings;

class InMemoryServerApiTest extends ServerApi {

    @Override
    StorageSettings storage() {
        return StorageSettings.of("memory:");
    }
}
