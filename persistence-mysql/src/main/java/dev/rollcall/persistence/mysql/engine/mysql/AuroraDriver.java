package dev.rollcall.persistence.mysql.engine.mysql;

import dev.rollcall.persistence.mysql.engine.StoreErrors;
import java.sql.Driver;
import java.util.ServiceLoader;

/**
 * The AWS Advanced JDBC Wrapper around MySQL's driver, which follows an Aurora cluster to its new writer and logs in by IAM.
 * It is used where the URL says so and it is on the class path.
 */
final class AuroraDriver {

    /** The prefix of its URLs. */
    static final String SCHEME = "jdbc:aws-wrapper:mysql:";

    private static final String NAME = "software.amazon.jdbc.Driver";

    /** What AWS's client for Secrets Manager throws; it is on the class path only where it is needed. */
    private static final String SECRETS = "software.amazon.awssdk.services.secretsmanager.model.";

    private AuroraDriver() {}

    /** Whether a URL is for it. */
    static boolean takes(String url) {
        return url.startsWith(SCHEME);
    }

    /** The URL that MySQL's driver would take. */
    static String unwrapped(String url) {
        return takes(url) ? MysqlEngine.SCHEME + url.substring(SCHEME.length()) : url;
    }

    /**
     * The driver.
     *
     * @throws dev.rollcall.error.InvalidInputException where it is not on the class path
     */
    static Driver load() {
        // Of the drivers on the class path this one alone is loaded.
        return ServiceLoader.load(Driver.class, AuroraDriver.class.getClassLoader()).stream()
                .filter(provider -> provider.type().getName().equals(NAME))
                .findFirst()
                .orElseThrow(() -> StoreErrors.invalid("begins with " + SCHEME
                        + ", which needs software.amazon.jdbc:aws-advanced-jdbc-wrapper on the class path"))
                .get();
    }

    /** Whether Secrets Manager was asked for the login, and said no. That it failed itself passes. */
    static boolean isSecretRefused(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String name = cause.getClass().getName();
            if (name.startsWith(SECRETS)) {
                return !name.endsWith(".InternalServiceErrorException");
            }
        }
        return false;
    }
}
