package dev.rollcall.http;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.Violation;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.transfer.NamedStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the two places between which things are moved, with the names of its flag and its variables. */
enum Side {
    /** The store to read. */
    FROM("--from", "ROLLCALL_FROM"),
    /** The store to write. */
    TO("--to", "ROLLCALL_TO");

    private final String flag;
    private final String prefix;

    Side(String flag, String prefix) {
        this.flag = flag;
        this.prefix = prefix;
    }

    /** What is wrong with what the flag says. */
    InvalidInputException invalid(String detail) {
        return new InvalidInputException(List.of(new Violation(flag, detail)));
    }

    /** A file that the flag names. */
    Path file(String text) {
        if (text.matches("(jdbc|dynamodb|memory):.*")) {
            throw invalid("must be a file, not '" + StorageSettings.of(text).displayUrl()
                    + "'. From store to store things are moved by rollcall copy");
        }
        return Path.of(text).toAbsolutePath().normalize();
    }

    /**
     * Returns the store that the flag names, and the login.
     *
     * @param onlyStore whether the other side is none, so that the login of the other commands can only mean this one
     */
    StorageSettings settings(String url, Map<String, String> environment, boolean onlyStore) {
        Map<String, String> own = new HashMap<>();
        own.put(StorageSettings.URL_VARIABLE, url);
        boolean common = onlyStore && !environment.containsKey(prefix + "_USER");
        put(own, StorageSettings.USER_VARIABLE, environment, common);
        put(own, StorageSettings.PASSWORD_VARIABLE, environment, common);
        if (this == TO && environment.containsKey(StorageSettings.MIGRATE_VARIABLE)) {
            own.put(StorageSettings.MIGRATE_VARIABLE, environment.get(StorageSettings.MIGRATE_VARIABLE));
        }
        return StorageSettings.fromEnvironment(own);
    }

    /** Opens a store, to be read or written, and asks it whether it can serve. */
    NamedStore open(StorageSettings settings) {
        try {
            StorageProvider provider = StorageProvider.forUrl(settings);
            Store store = this == FROM ? provider.openForReading(settings) : provider.open(settings);
            try {
                store.verify();
            } catch (RollcallException unavailable) {
                store.close();
                throw unavailable;
            }
            return new NamedStore(settings.displayUrl(), store);
        } catch (InvalidInputException invalid) {
            throw new InvalidInputException(
                    invalid.violations().stream().map(this::renamed).toList());
        } catch (StoreUnavailableException unavailable) {
            throw new StoreUnavailableException(
                    unavailable.reason(),
                    flag + " " + settings.displayUrl() + ": " + unavailable.detail(),
                    unavailable);
        }
    }

    private void put(Map<String, String> own, String variable, Map<String, String> environment, boolean common) {
        String name = common ? variable : variable.replace(StorageSettings.URL_VARIABLE, prefix);
        if (environment.containsKey(name)) {
            own.put(variable, environment.get(name));
        }
    }

    private Violation renamed(Violation violation) {
        Violation.Place url = new Violation.Parameter(StorageSettings.URL_VARIABLE);
        Violation.Place place = violation.place().equals(url) ? new Violation.Parameter(flag) : violation.place();
        String detail = violation
                .detail()
                .replace(StorageSettings.USER_VARIABLE, prefix + "_USER")
                .replace(StorageSettings.PASSWORD_VARIABLE, prefix + "_PASSWORD");
        return new Violation(place, detail);
    }
}
