package dev.rollcall.lambda.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event from its JSON, token by token: nothing is bound by reflection, which would cost most of a cold start. A
 * member whose value is not of the type that its name promises counts as not there.
 */
final class EventReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    private @Nullable String version;
    private @Nullable String method;
    private @Nullable String path;
    private @Nullable String rawPath;
    private @Nullable String rawQuery;
    private List<String> cookies = List.of();
    private @Nullable List<Event.Pair> headers;
    private @Nullable List<Event.Pair> multiHeaders;
    private @Nullable List<Event.Pair> parameters;
    private @Nullable List<Event.Pair> multiParameters;
    private @Nullable String body;
    private boolean base64;
    private Event.@Nullable Context context;

    private EventReader() {}

    /**
     * Reads an event.
     *
     * @throws IOException where it is no JSON object, or breaks off
     */
    static Event read(InputStream json) throws IOException {
        EventReader reader = new EventReader();
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("The event is not a JSON object.");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                reader.member(parser, name);
            }
        } catch (JsonProcessingException malformed) {
            // Without the parser's words, which quote the event and are logged.
            throw new IOException("The event is not JSON.");
        }
        return reader.event();
    }

    private void member(JsonParser json, String name) throws IOException {
        switch (name) {
            case "version" -> version = text(json);
            case "httpMethod" -> method = text(json);
            case "path" -> path = text(json);
            case "rawPath" -> rawPath = text(json);
            case "rawQueryString" -> rawQuery = text(json);
            case "cookies" -> cookies = texts(json);
            case "headers" -> headers = pairs(json);
            case "multiValueHeaders" -> multiHeaders = pairs(json);
            case "queryStringParameters" -> parameters = pairs(json);
            case "multiValueQueryStringParameters" -> multiParameters = pairs(json);
            case "body" -> body = text(json);
            case "isBase64Encoded" -> base64 = json.currentToken() == JsonToken.VALUE_TRUE;
            case "requestContext" -> context = context(json);
            default -> json.skipChildren();
        }
    }

    private Event event() {
        return new Event(
                Optional.ofNullable(version),
                Optional.ofNullable(method),
                Optional.ofNullable(path),
                Optional.ofNullable(rawPath),
                Optional.ofNullable(rawQuery),
                cookies,
                Optional.ofNullable(headers),
                Optional.ofNullable(multiHeaders),
                Optional.ofNullable(parameters),
                Optional.ofNullable(multiParameters),
                Optional.ofNullable(body),
                base64,
                Optional.ofNullable(context));
    }

    private static Event.@Nullable Context context(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        String stage = null;
        String path = null;
        String domain = null;
        String method = null;
        boolean loadBalancer = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "stage" -> stage = text(json);
                case "path" -> path = text(json);
                case "domainName" -> domain = text(json);
                case "http" -> method = methodOf(json);
                case "elb" -> {
                    loadBalancer = true;
                    json.skipChildren();
                }
                default -> json.skipChildren();
            }
        }
        return new Event.Context(
                Optional.ofNullable(stage),
                Optional.ofNullable(path),
                Optional.ofNullable(domain),
                Optional.ofNullable(method),
                loadBalancer);
    }

    private static @Nullable String methodOf(JsonParser json) throws IOException {
        return valuesOf(json).stream()
                .filter(pair -> pair.name().equals("method"))
                .map(Event.Pair::value)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        json.skipChildren();
        return null;
    }

    private static List<String> texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                String text = text(json);
                if (text != null) {
                    texts.add(text);
                }
            }
        } else {
            json.skipChildren();
        }
        return texts;
    }

    private static @Nullable List<Event.Pair> pairs(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NULL ? null : valuesOf(json);
    }

    /** The members of an object: texts, or arrays of texts. */
    private static List<Event.Pair> valuesOf(JsonParser json) throws IOException {
        List<Event.Pair> pairs = new ArrayList<>();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return pairs;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.START_ARRAY) {
                texts(json).forEach(value -> pairs.add(new Event.Pair(name, value)));
            } else {
                String value = text(json);
                if (value != null) {
                    pairs.add(new Event.Pair(name, value));
                }
            }
        }
        return pairs;
    }
}
