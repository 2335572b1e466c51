package dev.rollcall.lambda;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.rest.Feature;
import dev.rollcall.storage.StorageSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The settings of a function that serves requests.
 *
 * @param features the features that it serves
 * @param storage the store behind them
 * @param basePath the path before the API's paths, such as {@code /register}; empty for none
 * @param provisioned whether instances are started ahead of the requests that they are for
 */
record LambdaSettings(Set<Feature> features, StorageSettings storage, String basePath, boolean provisioned) {

    static final String BASE_PATH_VARIABLE = "ROLLCALL_BASE_PATH";

    /** Lambda's own variable: {@code on-demand}, {@code provisioned-concurrency} or {@code snap-start}. */
    private static final String INITIALIZATION = "AWS_LAMBDA_INITIALIZATION_TYPE";

    private static final Pattern BASE_PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    /**
     * Reads the settings from variables.
     *
     * @param environment the variables by name
     * @throws InvalidInputException where variables have values that they do not take, naming them all
     */
    static LambdaSettings fromEnvironment(Map<String, String> environment) {
        List<Violation> violations = new ArrayList<>();
        Set<Feature> features = InvalidInputException.collect(violations, () -> Feature.fromEnvironment(environment));
        StorageSettings storage = InvalidInputException.collect(violations, () -> unmigrated(storage(environment)));
        String basePath = InvalidInputException.collect(violations, () -> basePath(environment));
        if (features == null || storage == null || basePath == null) {
            throw new InvalidInputException(violations);
        }
        return new LambdaSettings(
                features, storage, basePath, "provisioned-concurrency".equals(environment.get(INITIALIZATION)));
    }

    /**
     * Which store. There is no default: a function's disk is gone with it.
     *
     * @throws InvalidInputException where none is named
     */
    static StorageSettings storage(Map<String, String> environment) {
        if (environment.getOrDefault(StorageSettings.URL_VARIABLE, "").isBlank()) {
            throw invalid(
                    StorageSettings.URL_VARIABLE,
                    "must be set on Lambda, to a URL such as dynamodb:eu-west-1 or jdbc:mysql://host/database");
        }
        return StorageSettings.fromEnvironment(environment);
    }

    /** The settings of the store for functions that serve, none of which migrates it. */
    static StorageSettings unmigrated(StorageSettings storage) {
        if (storage.migrate()) {
            throw invalid(
                    StorageSettings.MIGRATE_VARIABLE,
                    "must not be set here: each of many instances would look for changes. Invoke a function whose handler"
                            + " is dev.rollcall.lambda.MigrationHandler after a deployment instead");
        }
        return storage;
    }

    private static String basePath(Map<String, String> environment) {
        String value = environment.getOrDefault(BASE_PATH_VARIABLE, "").strip();
        if (value.isEmpty() || value.equals("/")) {
            return "";
        }
        if (!BASE_PATH.matcher(value).matches()) {
            throw invalid(BASE_PATH_VARIABLE, "must be a path such as /register, not '" + value + "'");
        }
        return value;
    }

    /** A refusal of one variable. */
    static InvalidInputException invalid(String variable, String detail) {
        return new InvalidInputException(List.of(new Violation(variable, detail)));
    }
}
