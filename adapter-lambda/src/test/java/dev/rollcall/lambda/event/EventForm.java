package dev.rollcall.lambda.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.rest.http.Headers;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How each of AWS's gateways turns a request into an event, and an answer into a response. */
public enum EventForm {
    /** A REST API of API Gateway, under a domain of its own. It decodes the query. */
    REST_API {
        @Override
        ObjectNode event(String method, String path, String query, Headers headers) {
            ObjectNode event = JSON.createObjectNode();
            event.put("resource", "/{proxy+}").put("path", path).put("httpMethod", method);
            multi(event.putObject("multiValueHeaders"), fields(headers));
            last(event.putObject("headers"), fields(headers));
            parameters(event, decoded(query));
            event.putObject("pathParameters").put("proxy", path.substring(1));
            event.putNull("stageVariables");
            event.putObject("requestContext")
                    .put("stage", "dev")
                    .put("path", path)
                    .put("httpMethod", method)
                    .put("protocol", "HTTP/1.1")
                    .put("domainName", "api.example.org")
                    .putObject("identity")
                    .put("sourceIp", "192.0.2.1");
            return event;
        }

        @Override
        public boolean carries(String target) {
            return isDecodable(target);
        }
    },
    /** An HTTP API of API Gateway with format 2.0, in its default stage. It decodes the path. */
    HTTP_API {
        @Override
        ObjectNode event(String method, String path, String query, Headers headers) {
            return formatTwo(
                    method,
                    decode(path.replace("+", "%2B")),
                    query,
                    headers,
                    "abcdefghij.execute-api.eu-west-1.amazonaws.com");
        }

        @Override
        public boolean carries(String target) {
            return isDecodable(target) && !target.matches("[^?]*%2[Ff].*");
        }
    },
    /** A function URL. */
    FUNCTION_URL {
        @Override
        ObjectNode event(String method, String path, String query, Headers headers) {
            return formatTwo(method, path, query, headers, "abcdefghij.lambda-url.eu-west-1.on.aws");
        }
    },
    /** A load balancer whose target group takes one value under each name. */
    LOAD_BALANCER_SINGLE {
        @Override
        ObjectNode event(String method, String path, String query, Headers headers) {
            ObjectNode event = balanced(method, path);
            last(event.putObject("headers"), fields(headers));
            last(event.putObject("queryStringParameters"), pairs(query));
            return event;
        }

        @Override
        public boolean carries(String target) {
            List<String> names = pairs(target.substring(target.indexOf('?') + 1)).stream()
                    .map(Headers.Field::name)
                    .toList();
            return names.size() == Set.copyOf(names).size();
        }
    },
    /** A load balancer whose target group takes several values under each name. */
    LOAD_BALANCER_MULTI {
        @Override
        ObjectNode event(String method, String path, String query, Headers headers) {
            ObjectNode event = balanced(method, path);
            multi(event.putObject("multiValueHeaders"), fields(headers));
            multi(event.putObject("multiValueQueryStringParameters"), pairs(query));
            return event;
        }
    };

    public static final JsonMapper JSON = new JsonMapper();

    /** A request as an event without a body. */
    abstract ObjectNode event(String method, String path, String query, Headers headers);

    /**
     * Whether the gateway passes a request on as it is. An HTTP API can't tell an escaped slash from another, one that decodes
     * refuses by itself what can't be decoded, and a load balancer that takes one value drops the others.
     */
    public boolean carries(String target) {
        return true;
    }

    /** A request as an event. */
    public ObjectNode event(String method, String target, Headers headers, byte[] body) {
        String[] parts = target.split("\\?", 2);
        ObjectNode event = event(method, parts[0], parts.length < 2 ? "" : parts[1], headers);
        if (body.length == 0) {
            event.putNull("body").put("isBase64Encoded", false);
        } else if (isText(body)) {
            event.put("body", new String(body, StandardCharsets.UTF_8)).put("isBase64Encoded", false);
        } else {
            event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
        }
        return event;
    }

    /** The header fields of an answer. */
    public static Headers headers(JsonNode answer) {
        List<Headers.Field> fields = new ArrayList<>();
        answer.path("headers")
                .properties()
                .forEach(field -> fields.add(
                        new Headers.Field(field.getKey(), field.getValue().textValue())));
        answer.path("multiValueHeaders")
                .properties()
                .forEach(field -> field.getValue()
                        .forEach(value -> fields.add(new Headers.Field(field.getKey(), value.textValue()))));
        answer.path("cookies").forEach(value -> fields.add(new Headers.Field("Set-Cookie", value.textValue())));
        return new Headers(fields);
    }

    private static ObjectNode balanced(String method, String path) {
        ObjectNode event = JSON.createObjectNode();
        event.putObject("requestContext")
                .putObject("elb")
                .put("targetGroupArn", "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/rollcall/1");
        return event.put("httpMethod", method).put("path", path);
    }

    private static ObjectNode formatTwo(String method, String path, String query, Headers headers, String domain) {
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "2.0").put("routeKey", "$default").put("rawPath", path);
        event.put("rawQueryString", query);
        ObjectNode joined = event.putObject("headers");
        for (Headers.Field field : fields(headers)) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (name.equals("cookie")) {
                ArrayNode cookies = event.putArray("cookies");
                List.of(field.value().split("; ", -1)).forEach(cookies::add);
            } else {
                joined.put(name, joined.has(name) ? joined.get(name).textValue() + "," + field.value() : field.value());
            }
        }
        ObjectNode context = event.putObject("requestContext");
        context.put("stage", "$default").put("domainName", domain);
        context.putObject("http").put("method", method).put("path", path).put("protocol", "HTTP/1.1");
        return event;
    }

    private static List<Headers.Field> fields(Headers headers) {
        List<Headers.Field> fields = new ArrayList<>(headers.fields());
        if (headers.first("Host").isEmpty()) {
            fields.add(new Headers.Field("Host", "api.example.org"));
        }
        return fields;
    }

    private static void parameters(ObjectNode event, List<Headers.Field> pairs) {
        if (pairs.isEmpty()) {
            event.putNull("queryStringParameters").putNull("multiValueQueryStringParameters");
        } else {
            last(event.putObject("queryStringParameters"), pairs);
            multi(event.putObject("multiValueQueryStringParameters"), pairs);
        }
    }

    private static List<Headers.Field> pairs(String query) {
        List<Headers.Field> pairs = new ArrayList<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            pairs.add(new Headers.Field(parts[0], parts.length < 2 ? "" : parts[1]));
        }
        return pairs;
    }

    private static List<Headers.Field> decoded(String query) {
        return pairs(query).stream()
                .map(pair -> new Headers.Field(decode(pair.name()), decode(pair.value())))
                .toList();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void last(ObjectNode object, List<Headers.Field> pairs) {
        pairs.forEach(pair -> object.put(pair.name(), pair.value()));
    }

    private static void multi(ObjectNode object, List<Headers.Field> pairs) {
        for (Headers.Field pair : pairs) {
            JsonNode values = object.get(pair.name());
            (values instanceof ArrayNode known ? known : object.putArray(pair.name())).add(pair.value());
        }
    }

    private static boolean isDecodable(String target) {
        try {
            byte[] bytes =
                    URLDecoder.decode(target, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return isText(bytes);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isText(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException binary) {
            return false;
        }
    }
}
