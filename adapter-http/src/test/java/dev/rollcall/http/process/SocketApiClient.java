package dev.rollcall.http.process;

import dev.rollcall.rest.http.Headers;
import dev.rollcall.testkit.api.ApiClient;
import dev.rollcall.testkit.api.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Speaks to a server over a socket, and sends what it is given as it stands: libraries refuse some of it. */
public record SocketApiClient(URI server) implements ApiClient {

    @Override
    public ApiResponse send(String method, String target, Headers headers, byte[] body) {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        if (headers.first("Host").isEmpty()) {
            head.append("Host: localhost:").append(server.getPort()).append("\r\n");
        }
        for (Headers.Field field : headers.fields()) {
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        if (body.length > 0 || method.startsWith("P")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        try (RawClient client = new RawClient(server)) {
            client.send(head.toString()).offer(body);
            RawResponse raw = method.equals("HEAD") ? client.answerToHead() : client.answer();
            return new ApiResponse(raw.status(), fields(raw), raw.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + target, failure);
        }
    }

    private static Headers fields(RawResponse raw) {
        List<Headers.Field> fields = raw.fields().stream()
                .map(field -> field.split(":", 2))
                .map(parts -> new Headers.Field(parts[0], parts[1].strip()))
                .toList();
        return new Headers(fields);
    }
}
