package dev.rollcall.persistence.mysql;

import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;

/** A program that opens a store and asks whether it serves. */
final class OpenOnce {

    private OpenOnce() {}

    public static void main(String[] arguments) {
        try (Store store = Stores.open(StorageSettings.of(arguments[0]))) {
            store.verify();
        }
    }
}
