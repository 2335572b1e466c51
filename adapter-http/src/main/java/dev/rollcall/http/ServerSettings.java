package dev.rollcall.http;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.Feature;
import dev.rollcall.rsvp.notification.MailSettings;
import dev.rollcall.storage.StorageSettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address of the server, and what it serves.
 *
 * @param host the address to listen at, by name or number
 * @param port the port to listen at; 0 picks one
 * @param features the features that it serves
 * @param storage the store behind it
 * @param mail the settings of the mail
 */
record ServerSettings(String host, int port, Set<Feature> features, StorageSettings storage, MailSettings mail) {

    static final String HOST_VARIABLE = "ROLLCALL_HOST";
    static final String PORT_VARIABLE = "ROLLCALL_PORT";
    static final String DEFAULT_HOST = "127.0.0.1";
    static final String DEFAULT_PORT = "8080";

    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads the settings from variables; one that is unset or blank takes its default.
     *
     * @param environment the variables by name
     * @param open whether everybody who reaches the server may do everything, so that any address will do
     * @throws InvalidInputException where variables have values that they do not take, naming them all
     */
    static ServerSettings fromEnvironment(Map<String, String> environment, boolean open) {
        List<Violation> violations = new ArrayList<>();
        String host = value(environment, HOST_VARIABLE, DEFAULT_HOST);
        checkHost(host, open).ifPresent(detail -> violations.add(new Violation(HOST_VARIABLE, detail)));
        Integer port =
                InvalidInputException.collect(violations, () -> port(value(environment, PORT_VARIABLE, DEFAULT_PORT)));
        Set<Feature> features = InvalidInputException.collect(violations, () -> Feature.fromEnvironment(environment));
        StorageSettings storage =
                InvalidInputException.collect(violations, () -> StorageSettings.fromEnvironment(environment));
        String reachedAt = "http://" + nearest(host) + ":" + (port == null ? DEFAULT_PORT : port);
        MailSettings mail =
                InvalidInputException.collect(violations, () -> MailSettings.fromEnvironment(environment, reachedAt));
        if (port == null || features == null || storage == null || mail == null || !violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
        return new ServerSettings(host, port, features, storage, mail);
    }

    /** Whether the server can be reached from elsewhere. */
    boolean isOpen() {
        return !isLoopback(address(host));
    }

    /** Under which name this machine itself reaches the server. */
    String nearestHost() {
        return nearest(host);
    }

    /**
     * How mail is sent by the server once it listens: its links lead to the very port, where nobody says otherwise.
     *
     * @param listening the port that it listens at
     */
    MailSettings mail(int listening) {
        String unknownYet = "http://" + nearestHost() + ":0";
        return mail.publicUrl().equals(unknownYet) ? mail.reachedAt("http://" + nearestHost() + ":" + listening) : mail;
    }

    private static String nearest(String host) {
        InetAddress address = address(host);
        return urlHost(address != null && address.isAnyLocalAddress() ? "localhost" : host);
    }

    /** A server that trusts its loopback address must know that a request is meant for it: see {@link ApiSettings}. */
    ApiSettings api() {
        URI publicUrl = URI.create(mail.publicUrl());
        if (isOpen()) {
            return ApiSettings.ANY_HOST.serving(features).reachedAt(publicUrl);
        }
        Set<String> names = new HashSet<>(ApiSettings.LOOPBACK_ONLY.hosts().orElseThrow());
        names.add(urlHost(host).toLowerCase(Locale.ROOT));
        return new ApiSettings(Optional.of(names), features, Optional.of(publicUrl));
    }

    /** A host as it stands in a URL: an IPv6 address is in brackets there. */
    static String urlHost(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private static Optional<String> checkHost(String host, boolean open) {
        InetAddress address = address(host);
        if (address == null) {
            return Optional.of("must be an address of this machine, by name or number, not '" + host + "'.");
        }
        if (!open && !isLoopback(address)) {
            return Optional.of("must be a loopback address such as 127.0.0.1, not '" + host
                    + "': there is no authentication yet, so everybody who reaches the server could read and change"
                    + " everything. Where that is wanted, add --insecure-no-auth.");
        }
        return Optional.empty();
    }

    private static boolean isLoopback(@Nullable InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }

    private static @Nullable InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            return null;
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as one out of range is.
        }
        throw new InvalidInputException(List.of(new Violation(
                PORT_VARIABLE,
                "must be a port from 1 to " + HIGHEST_PORT + ", or 0 for any free one, not '" + text + "'.")));
    }

    private static String value(Map<String, String> environment, String variable, String otherwise) {
        String value = environment.getOrDefault(variable, otherwise);
        return value.isBlank() ? otherwise : value.strip();
    }
}
