package dev.rollcall.lambda.zip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.lambda.event.EventForm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of AWS Secrets Manager as gives a secret away. */
final class SecretsManager implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private SecretsManager(HttpServer server) {
        this.server = server;
    }

    /** Listens at a free port. */
    static SecretsManager start() throws IOException {
        SecretsManager started =
                new SecretsManager(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        started.server.createContext("/", started::answer);
        started.server.start();
        return started;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Keeps a login as RDS does. */
    void put(String id, String user, String password) {
        secrets.put(
                id,
                EventForm.JSON
                        .createObjectNode()
                        .put("username", user)
                        .put("password", password)
                        .toString());
    }

    /** What each request was: how it was signed, what it wanted, and of which secret. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String id = EventForm.JSON
                    .readTree(exchange.getRequestBody())
                    .path("SecretId")
                    .textValue();
            asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("X-Amz-Target") + " " + id);
            Optional<String> secret = Optional.ofNullable(secrets.get(id));
            ObjectNode body = EventForm.JSON.createObjectNode();
            if (secret.isPresent()) {
                body.put("ARN", id)
                        .put("Name", "rds!cluster-1a2b")
                        .put("VersionId", "11111111-2222-3333-4444-555555555555")
                        .put("SecretString", secret.get())
                        .put("CreatedDate", 1.7e9);
            } else {
                body.put("__type", "ResourceNotFoundException")
                        .put("Message", "Secrets Manager can't find the specified secret.");
            }
            byte[] json = EventForm.JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(secret.isPresent() ? 200 : 400, json.length);
            exchange.getResponseBody().write(json);
        }
    }
}
