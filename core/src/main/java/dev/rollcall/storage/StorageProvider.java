package dev.rollcall.storage;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** A kind of store. Found by {@link ServiceLoader}, so that who uses a store need not know its classes. */
public interface StorageProvider {

    /**
     * The URLs that it takes, as they begin.
     *
     * @return the beginnings, such as {@code jdbc:mysql:}; 1 or more
     */
    List<String> schemes();

    /**
     * Opens a store. A store that can't be reached now is opened all the same, and says so when it is asked.
     *
     * @param settings the URL of the store, and its login; the URL begins with one of the {@link #schemes}
     * @return the open store
     * @throws InvalidInputException where the settings can't be right, however long one waits
     * @throws dev.rollcall.error.RollcallException where the store is reached and can't serve
     */
    Store open(StorageSettings settings);

    /**
     * Opens a store to read it. It is never changed: neither made nor migrated, even where the settings say so. On SQL all
     * reads show the state at the time of opening, on one connection, while others write. On
     * DynamoDB each read shows what is stored then.
     *
     * @param settings the URL of the store, and its login; the URL begins with one of the {@link #schemes}
     * @return the store, for reads alone; SQL refuses writes with a {@link dev.rollcall.error.StoreFailureException}
     * @throws InvalidInputException where the settings can't be right, or the store is not there
     * @throws dev.rollcall.error.StoreUnavailableException where it can't be reached, or its schema is not the one needed; the
     *     message names the command that cures it
     */
    Store openForReading(StorageSettings settings);

    /**
     * Returns the migration that brings a store's schema up to date.
     *
     * @param settings the settings of the store; its URL begins with one of the {@link #schemes}
     * @return its migration, connected to the store
     * @throws InvalidInputException where the settings can't be right
     * @throws dev.rollcall.error.StoreUnavailableException where the store can't be reached
     */
    SchemaMigration migration(StorageSettings settings);

    /**
     * The provider for a store, of those on the class path.
     *
     * @param settings the URL of the store, and its login
     * @return its provider
     * @throws InvalidInputException where no provider takes the URL; the message lists what is taken
     */
    static StorageProvider forUrl(StorageSettings settings) {
        List<StorageProvider> providers = ServiceLoader.load(StorageProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return providers.stream()
                .filter(provider -> provider.schemes().stream().anyMatch(settings.url()::startsWith))
                .findFirst()
                .orElseThrow(() -> unknown(settings, providers));
    }

    private static InvalidInputException unknown(StorageSettings settings, List<StorageProvider> providers) {
        String taken = providers.stream()
                .flatMap(provider -> provider.schemes().stream())
                .sorted()
                .map(scheme -> scheme + "…")
                .collect(Collectors.joining(", "));
        return new InvalidInputException(List.of(new Violation(
                StorageSettings.URL_VARIABLE,
                "must be the URL of a store, not '" + settings.displayUrl() + "'. On the class path are: " + taken)));
    }
}
