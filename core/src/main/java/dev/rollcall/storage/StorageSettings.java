package dev.rollcall.storage;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The store to use, and the login.
 *
 * @param url names the store; its scheme says which kind
 * @param user the name to log in with; empty where the URL has it or the store needs none
 * @param password the password of that user
 * @param migrate whether a store that others may share is brought up to date at the start; one of our own always is
 */
public record StorageSettings(String url, Optional<String> user, Optional<String> password, boolean migrate) {

    /** The variable that names the store. */
    public static final String URL_VARIABLE = "ROLLCALL_STORAGE";

    /** The variable with the user name of the login. */
    public static final String USER_VARIABLE = "ROLLCALL_STORAGE_USER";

    /** The variable that holds the password. */
    public static final String PASSWORD_VARIABLE = "ROLLCALL_STORAGE_PASSWORD";

    /** The variable that says whether to bring the schema up to date at the start. */
    public static final String MIGRATE_VARIABLE = "ROLLCALL_MIGRATE";

    /** The variable with the database users that a migration creates. */
    public static final String USERS_VARIABLE = "ROLLCALL_STORAGE_USERS";

    /** The store where none is named: SQLite in a folder of the working directory. */
    public static final String DEFAULT_URL = "jdbc:sqlite:rollcall-data/rollcall.db";

    /**
     * A store that needs no login but what its URL says, and is not migrated unless it is our own.
     *
     * @param url names the store
     * @return the settings
     */
    public static StorageSettings of(String url) {
        return new StorageSettings(url, Optional.empty(), Optional.empty(), false);
    }

    /**
     * Reads the settings from variables; one that is unset or blank takes its default.
     *
     * @param environment the variables by name
     * @return the settings
     * @throws InvalidInputException where a variable has a value that it does not take; the violation names it
     */
    public static StorageSettings fromEnvironment(Map<String, String> environment) {
        return new StorageSettings(
                value(environment, URL_VARIABLE).orElse(DEFAULT_URL),
                value(environment, USER_VARIABLE),
                value(environment, PASSWORD_VARIABLE),
                value(environment, MIGRATE_VARIABLE).map(StorageSettings::flag).orElse(false));
    }

    /**
     * The URL as it may be shown and logged.
     *
     * @return the URL without user, password or any other secret in it
     */
    public String displayUrl() {
        return UrlDisplay.of(url);
    }

    /** The settings without their secrets. */
    @Override
    public String toString() {
        return "StorageSettings[" + displayUrl() + "]";
    }

    private static Optional<String> value(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    private static boolean flag(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new InvalidInputException(
                        List.of(new Violation(MIGRATE_VARIABLE, "must be true or false, not '" + value + "'")));
        };
    }
}
