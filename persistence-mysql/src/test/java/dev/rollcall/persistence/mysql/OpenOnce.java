package dev.rollcall.persistence.mysql;

import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.StorageSettings;

/** A program that opens a store and asks whether it serves. */
final class OpenOnce {

    private OpenOnce() {}

    public static void main(String[] arguments) {
        try (Repositories repositories = Stores.open(StorageSettings.of(arguments[0]))) {
            repositories.verify();
        }
    }
}
