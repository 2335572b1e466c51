package dev.rollcall.persistence.dynamodb.schema;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.storage.StorageSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The location of a store on DynamoDB: {@code dynamodb:REGION?endpoint=URL&prefix=TEXT&create=true&capacity=on-demand}, where
 * everything behind the colon may be left out.
 *
 * @param region the region; where there is none, AWS's own settings say which
 * @param endpoint the URL to send requests to; empty for AWS
 * @param prefix the prefix of the names of the tables
 * @param create whether missing tables are created at the start
 * @param capacity the capacity of the tables; empty leaves existing tables as they are, and makes new ones on demand
 */
public record DynamoDbLocation(
        Optional<String> region, Optional<URI> endpoint, String prefix, boolean create, Optional<Capacity> capacity) {

    /** The beginning of the URL of every store on DynamoDB. */
    public static final String SCHEME = "dynamodb:";

    private static final String ENDPOINT = "endpoint";
    private static final String PREFIX = "prefix";
    private static final String CREATE = "create";
    private static final String CAPACITY = "capacity";
    private static final Set<String> PARAMETERS = Set.of(ENDPOINT, PREFIX, CREATE, CAPACITY);

    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]{1,2}|local(host)?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
    private static final Pattern PREFIX_TEXT = Pattern.compile("[A-Za-z0-9_.-]*");
    private static final int LONGEST_NAME = 255;

    /**
     * Reads the settings of a store.
     *
     * @param settings the settings
     * @return the location
     * @throws InvalidInputException if the settings are invalid; the message says what is valid
     */
    public static DynamoDbLocation of(StorageSettings settings) {
        if (settings.user().isPresent() || settings.password().isPresent()) {
            throw new InvalidInputException(List.of(new Violation(
                    settings.user().isPresent() ? StorageSettings.USER_VARIABLE : StorageSettings.PASSWORD_VARIABLE,
                    "must not be set for DynamoDB: credentials come from where every AWS program finds them, such as"
                            + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or the machine's role")));
        }
        String text = settings.url().substring(SCHEME.length());
        int question = text.indexOf('?');
        String region = question < 0 ? text : text.substring(0, question);
        Map<String, String> parameters = parameters(question < 0 ? "" : text.substring(question + 1));
        return new DynamoDbLocation(
                region(region),
                Optional.ofNullable(parameters.get(ENDPOINT)).map(DynamoDbLocation::endpoint),
                prefix(parameters.getOrDefault(PREFIX, "")),
                create(parameters.getOrDefault(CREATE, "false")),
                Optional.ofNullable(parameters.get(CAPACITY)).map(Capacity::of));
    }

    /** Whether requests stay on this machine, as those to DynamoDB Local do. */
    boolean isLoopback() {
        return endpoint.map(URI::getHost)
                .filter(host -> LOOPBACK.matcher(host).matches())
                .isPresent();
    }

    /** A setting that can't be right. */
    static InvalidInputException invalid(String detail) {
        return new InvalidInputException(List.of(new Violation(StorageSettings.URL_VARIABLE, detail)));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            if (parameter.isEmpty()) {
                continue;
            }
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!PARAMETERS.contains(name)) {
                throw invalid(
                        "has a parameter that DynamoDB's URL doesn't know: '" + name
                                + "'. It takes endpoint=URL, prefix=TEXT, create=true and capacity=on-demand or capacity=READ:WRITE");
            }
            if (parameters.put(name, decoded(parameter.substring(equals + 1))) != null) {
                throw invalid("says " + name + " twice");
            }
        }
        return parameters;
    }

    /** A plus is a plus here, as in every part of a URL but a form's. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid("has a percent sign that no two hexadecimal digits follow; write it as %25");
        }
    }

    private static Optional<String> region(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!REGION.matcher(text).matches()) {
            throw invalid(
                    "must name a region of AWS, as dynamodb:eu-west-1 does, or none, as dynamodb: does, where AWS_REGION"
                            + " or a profile names it");
        }
        return Optional.of(text);
    }

    private static URI endpoint(String text) {
        try {
            URI uri = new URI(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean nothingElse = uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && Set.of("", "/").contains(String.valueOf(uri.getPath()));
            if (http && uri.getHost() != null && nothingElse) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below, without its text, which may hold a password.
        }
        throw invalid(
                "must have an endpoint like http://localhost:8000: a scheme, a host and a port, and nothing else");
    }

    private static String prefix(String text) {
        int longest = DynamoDbTable.ALL.stream()
                .mapToInt(table -> table.name().length())
                .max()
                .orElse(0);
        if (!PREFIX_TEXT.matcher(text).matches() || text.length() + longest > LONGEST_NAME) {
            throw invalid("must have a prefix of letters, digits, '_', '-' and '.', at most " + (LONGEST_NAME - longest)
                    + " of them");
        }
        return text;
    }

    private static boolean create(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid("must say create=true or create=false, not create=" + text);
        };
    }
}
