package dev.rollcall.http.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.http.process.RawClient;
import dev.rollcall.http.process.RawResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** One of many clients that use every operation that writes, and remember in a ledger what was acknowledged. */
final class Writer {

    private static final String NUMBERS = "/numbers#";

    private final URI server;
    private final Ledger ledger;
    private RawClient connection;

    Writer(URI server, Ledger ledger) {
        this.server = server;
        this.ledger = ledger;
    }

    /** Writes as long as it may. */
    void run(BooleanSupplier proceed) throws IOException {
        connection = new RawClient(server);
        try {
            while (proceed.getAsBoolean()) {
                uuids();
                guids();
                usersAndEvents();
                customers();
                numbers();
            }
        } finally {
            connection.close();
        }
    }

    private void uuids() throws IOException {
        create("GET", "/uuids", "").ifPresent(made -> noteUuid(made));
        create("POST", "/uuids", "").ifPresent(made -> noteUuid(made));
        create("POST", "/uuids", "{\"count\":3}")
                .ifPresent(batch -> batch.get("items").forEach(this::noteUuid));
        String uuid = UUID.randomUUID().toString();
        String path = "/uuids/" + uuid;
        change("PUT", path, path, "");
        change("PUT", "/uuids", path, json("uuid", uuid));
        readBack(path);
    }

    private void noteUuid(JsonNode uuid) {
        ledger.there("/uuids/" + uuid.get("uuid").textValue(), only(uuid, "uuid", "created_at"));
    }

    private void guids() throws IOException {
        create("POST", "/guid", json("user", "ann"))
                .ifPresent(made -> ledger.there("/guid/" + made.get("guid").textValue(), made));
        String path = "/guid/" + UUID.randomUUID().toString().replace("-", "");
        if (change("POST", path, path, json("user", "bob"))) {
            readBack(path);
            change("PATCH", path, path, json("user", "eve"));
            readBack(path);
        }
        String doomed = "/guid/" + UUID.randomUUID().toString().replace("-", "");
        if (change("POST", doomed, doomed, json("user", "bob")) && remove(doomed)) {
            readBack(doomed);
        }
    }

    private void usersAndEvents() throws IOException {
        String id = UUID.randomUUID().toString();
        String user = "/users/" + id;
        if (!change("POST", "/users", user, "{\"user_id\":\"" + id + "\",\"email\":\"" + id + "@example.org\"}")) {
            return;
        }
        change("PUT", user, user, json("name", "Ann"));
        for (boolean doomed : new boolean[] {false, true}) {
            String eventId = UUID.randomUUID().toString();
            String event = "/events/" + eventId;
            String body = "{\"event_id\":\"" + eventId + "\",\"title\":\"Party\",\"organizer_id\":\"" + id
                    + "\",\"starts_at\":\"2031-05-01T18:00:00Z\"}";
            if (change("POST", "/events", event, body)) {
                change("PUT", event, event, json("title", "Another"));
                readBack(event);
                if (doomed && remove(event)) {
                    readBack(event);
                }
            }
        }
        String leaver = UUID.randomUUID().toString();
        String gone = "/users/" + leaver;
        if (change(
                "POST", "/users", gone, "{\"user_id\":\"" + leaver + "\",\"email\":\"" + leaver + "@example.org\"}")) {
            remove(gone);
        }
    }

    private void customers() throws IOException {
        String id = UUID.randomUUID().toString();
        String path = "/customers/" + id;
        if (putCustomer(id)) {
            putCustomer(id);
            readBack(path);
        }
        String doomed = UUID.randomUUID().toString();
        if (putCustomer(doomed)) {
            remove("/customers/" + doomed);
        }
    }

    private boolean putCustomer(String id) throws IOException {
        String path = "/customers/" + id;
        Ledger.Expected before = ledger.expected(path);
        ledger.unknown(path);
        RawResponse answer = send("PUT", "/customers", json("id", id));
        if (acknowledged("PUT /customers", answer)) {
            ledger.there(path, only(answer.json().get("customer"), "id"));
            return true;
        }
        refuse(path, before, answer);
        return false;
    }

    /** Numbers have no path of their own: they are looked for in the list. */
    private void numbers() throws IOException {
        UUID random = UUID.randomUUID();
        String number = Long.toString(random.getMostSignificantBits() >>> 1) + "."
                + (random.getLeastSignificantBits() >>> 40) + "1";
        RawResponse answer = send("POST", "/numbers", "{\"number\":" + number + "}");
        if (acknowledged("POST /numbers", answer)) {
            ledger.there(NUMBERS + number, JsonNodeFactory.instance.objectNode());
        }
    }

    static Optional<String> number(String path) {
        return path.startsWith(NUMBERS) ? Optional.of(path.substring(NUMBERS.length())) : Optional.empty();
    }

    /** A write whose answer alone says under which path its outcome can be read. */
    private Optional<JsonNode> create(String method, String target, String body) throws IOException {
        RawResponse answer = send(method, target, body);
        return acknowledged(method + " " + target, answer) ? Optional.of(answer.json()) : Optional.empty();
    }

    /** A write whose outcome can be read under a path that is known before. */
    private boolean change(String method, String target, String path, String body) throws IOException {
        Ledger.Expected before = ledger.expected(path);
        ledger.unknown(path);
        RawResponse answer = send(method, target, body);
        if (acknowledged(method + " " + target, answer)) {
            ledger.there(path, lasting(answer.json()));
            return true;
        }
        refuse(path, before, answer);
        return false;
    }

    /** What is shown once, when a thing is made, can't be read again. */
    private static JsonNode lasting(JsonNode made) {
        return made instanceof ObjectNode object ? object.without("manage_token") : made;
    }

    private boolean remove(String path) throws IOException {
        Ledger.Expected before = ledger.expected(path);
        ledger.unknown(path);
        RawResponse answer = send("DELETE", path, "");
        if (acknowledged("DELETE " + path, answer)) {
            ledger.gone(path);
            return true;
        }
        refuse(path, before, answer);
        return false;
    }

    private void readBack(String path) throws IOException {
        ledger.check(path, ledger.expected(path), send("GET", path, ""), true);
    }

    private boolean acknowledged(String what, RawResponse answer) {
        if (answer.status() >= 200 && answer.status() < 300) {
            return true;
        }
        ledger.refused.add();
        boolean unavailable = answer.status() == 503
                && answer.header("Retry-After").isPresent()
                && answer.header("Content-Type").equals(Optional.of("application/problem+json"));
        if (!unavailable) {
            ledger.fault(what + ": " + answer);
        }
        return false;
    }

    /** A refusal says whether anything was written, and must be true. */
    private void refuse(String path, Ledger.Expected before, RawResponse answer) {
        if (answer.status() == 503 && !answer.json().get("type").textValue().equals("/problems/outcome-unknown")) {
            ledger.restore(path, before);
        }
    }

    private RawResponse send(String method, String target, String body) throws IOException {
        String length =
                method.equals("GET") || method.equals("DELETE") ? "" : "Content-Length: " + body.length() + "\r\n";
        return connection
                .send(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + length + "\r\n" + body)
                .answer();
    }

    private static String json(String name, String value) {
        return "{\"" + name + "\":\"" + value + "\"}";
    }

    private static JsonNode only(JsonNode object, String... names) {
        var part = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            part.set(name, object.get(name));
        }
        return part;
    }
}
