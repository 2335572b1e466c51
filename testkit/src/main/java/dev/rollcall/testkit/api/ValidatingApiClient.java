package dev.rollcall.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.rollcall.rest.http.Headers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Sends requests and holds every answer against openapi.yaml, and every request that succeeded, too. What openapi.yaml has no
 * words for (a path or a method that is not there, OPTIONS) is held against the rules that every answer keeps. Thread-safe.
 *
 * @param client what sends the requests
 */
public record ValidatingApiClient(ApiClient client) implements ApiClient {

    @Override
    public ApiResponse send(String method, String target, Headers headers, byte[] body) {
        ApiResponse answer = client.send(method, target, headers, body);
        ResponseRules.check(method, answer);
        Optional<Request.Method> known = OpenApiDocument.method(method);
        String path = target.split("\\?", 2)[0];
        if (known.isPresent() && OpenApiDocument.describes(method, path)) {
            ValidationReport report =
                    OpenApiDocument.validator().validateResponse(path, known.get(), response(method, answer));
            assertNoErrors(
                    method.equals("HEAD") ? withoutBody(report) : report, method + " " + target + " -> " + answer);
            if (answer.status() < 300) {
                assertNoErrors(
                        OpenApiDocument.validator().validateRequest(request(known.get(), target, headers, body)),
                        method + " " + target + " " + new String(body, StandardCharsets.UTF_8));
            }
        } else {
            assertThat(answer.status())
                    .as("%s %s, which openapi.yaml does not have -> %s", method, target, answer)
                    .matches(status -> status >= 400 || method.equals("OPTIONS"));
        }
        return answer;
    }

    /**
     * What openapi.yaml has against a request.
     *
     * @param method its method
     * @param target path and query
     * @param body the body; empty for none
     * @return the faults; none where it fits
     */
    static List<String> faultsOf(String method, String target, String body) {
        Request.Method known = OpenApiDocument.method(method).orElseThrow();
        return OpenApiDocument.validator()
                .validateRequest(request(known, target, Headers.NONE, body.getBytes(StandardCharsets.UTF_8)))
                .getMessages()
                .stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(ValidationReport.Message::toString)
                .toList();
    }

    /** The validator misses the body of an answer to HEAD, which has none although it names its media type. */
    private static ValidationReport withoutBody(ValidationReport report) {
        return ValidationReport.from(report.getMessages().stream()
                .filter(message -> !message.getKey().equals("validation.response.body.missing"))
                .toList());
    }

    private static SimpleResponse response(String method, ApiResponse answer) {
        SimpleResponse.Builder builder = new SimpleResponse.Builder(answer.status());
        for (Headers.Field field : answer.headers().fields()) {
            builder.withHeader(field.name(), field.value());
        }
        if (answer.body().length > 0 && !method.equals("HEAD")) {
            builder.withBody(answer.body());
        }
        return builder.build();
    }

    private static SimpleRequest request(Request.Method method, String target, Headers headers, byte[] body) {
        String[] parts = target.split("\\?", 2);
        SimpleRequest.Builder builder = new SimpleRequest.Builder(method, parts[0]);
        if (parts.length == 2) {
            for (String pair : parts[1].split("&", -1)) {
                String[] nameAndValue = pair.split("=", 2);
                if (isDecodable(pair)) {
                    builder.withQueryParam(
                            decode(nameAndValue[0]), decode(nameAndValue.length == 2 ? nameAndValue[1] : ""));
                }
            }
        }
        for (Headers.Field field : headers.fields()) {
            builder.withHeader(field.name(), field.value());
        }
        if (body.length > 0) {
            builder.withBody(body);
        }
        if (headers.first("Content-Type").isEmpty()) {
            builder.withContentType("application/json");
        }
        return builder.build();
    }

    /** What is no encoding at all is read by nobody. */
    private static boolean isDecodable(String pair) {
        return !pair.matches(".*%(?![0-9A-Fa-f]{2}).*");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void assertNoErrors(ValidationReport report, String what) {
        assertThat(report.getMessages())
                .as("against openapi.yaml: %s", what)
                .noneMatch(message -> message.getLevel() == ValidationReport.Level.ERROR);
    }
}
