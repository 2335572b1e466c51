package dev.rollcall.rest;

import dev.rollcall.Rollcall;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.expiry.Sweepable;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rsvp.notification.CalendarFormat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A feature that a server can serve. */
public enum Feature {
    /** The UUID registry. */
    UUID(new UuidFeature()),
    /** GUIDs with metadata. */
    GUID(new GuidFeature()),
    /** Users and events. */
    RSVP(new RsvpFeature()),
    /** Customers. */
    CUSTOMER(new CustomerFeature()),
    /** Numbers. */
    NUMBER(new NumberFeature());

    /** The variable that lists the features to serve. */
    public static final String VARIABLE = "ROLLCALL_FEATURES";

    /** Every feature: what is served unless a setting says otherwise. */
    public static final Set<Feature> ALL = Set.of(values());

    private static final String NONE = "none";

    @SuppressWarnings("ImmutableEnumChecker") // Its implementations have no fields.
    private final FeatureApi api;

    Feature(FeatureApi api) {
        this.api = api;
    }

    /**
     * Reads which features to serve: names such as {@code uuid,guid}, or {@code none} for the server's own pages alone.
     *
     * @param environment the variables by name
     * @return the features; all where the variable is unset or blank
     * @throws InvalidInputException where the variable holds anything else; the pointer is its name
     */
    public static Set<Feature> fromEnvironment(Map<String, String> environment) {
        String value = environment.getOrDefault(VARIABLE, "").strip();
        if (value.isEmpty()) {
            return ALL;
        }
        if (value.equals(NONE)) {
            return Set.of();
        }
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (String name : value.split(",", -1)) {
            features.add(named(name.strip(), value));
        }
        return Set.copyOf(features);
    }

    /**
     * Requests that load, connect and compile what the feature's operations need. None writes anything.
     *
     * @return the requests; 1 or more
     */
    public List<PrimingRequest> primingRequests() {
        return api.primingRequests();
    }

    /**
     * A command to try first.
     *
     * @return the example
     */
    public Example example() {
        return api.example();
    }

    /**
     * The services whose expired things a server that serves the feature removes.
     *
     * @param rollcall the services
     * @return the services that keep things which expire; none for most features
     */
    public List<Sweepable> expiring(Rollcall rollcall) {
        return api.expiring(rollcall);
    }

    List<Endpoint> endpoints(Rollcall rollcall, Supplier<CalendarFormat> calendars) {
        return api.endpoints(rollcall, calendars);
    }

    /** The feature's name in settings, such as {@code uuid}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Feature named(String name, String value) {
        return Arrays.stream(values())
                .filter(feature -> feature.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(List.of(new Violation(
                        VARIABLE,
                        "must be a list such as uuid,guid out of "
                                + Arrays.stream(values()).map(Feature::toString).collect(Collectors.joining(", "))
                                + ", or " + NONE + ", not '" + value + "'."))));
    }
}
