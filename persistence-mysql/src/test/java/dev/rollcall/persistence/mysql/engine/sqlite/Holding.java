package dev.rollcall.persistence.mysql.engine.sqlite;

import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;

/** A program that opens a store, says so, and keeps it until its input ends. */
final class Holding {

    private Holding() {}

    public static void main(String[] arguments) throws Exception {
        try (Store store = Stores.open(StorageSettings.of(arguments[0]))) {
            store.verify();
            System.out.println("open");
            System.in.transferTo(System.out);
        }
    }
}
