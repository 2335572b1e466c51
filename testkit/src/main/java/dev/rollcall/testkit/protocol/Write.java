package dev.rollcall.testkit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rest.http.Headers;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.ApiUnderTest;
import dev.rollcall.testkit.api.Call;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A write that is about to succeed, to be spoiled. Where all of its spoiled forms were refused it must still succeed.
 *
 * @param call the request, without its body
 * @param members the members of its body as JSON; empty where it takes none
 * @param trace what shows whether anything was written
 */
record Write(Call call, Map<String, String> members, Trace trace) {

    /** What shows whether anything was written. */
    @FunctionalInterface
    interface Trace {

        /** Asserts that nothing was. */
        void assertNothingWritten(String description);
    }

    /** The request as it would succeed. */
    Call good() {
        return members.isEmpty() ? call : call.body(json(members));
    }

    /** The request with one member of its body as it is given. */
    Call with(String member, String json) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.put(member, json);
        return call.body(json(changed));
    }

    /** Every write of the API, each on things that nothing else knows. */
    static List<Write> all(ApiUnderTest api) {
        return List.of(
                newUser(api),
                newEvent(api),
                newGuid(api, "/guid"),
                newGuid(api, "/guid/"),
                newUuid(api, "/uuids"),
                newUuid(api, "/uuids/"),
                newInvitation(api),
                newCustomer(api),
                newNumber(api),
                new Write(api.call("POST", "/uuids"), map("count", "3", "version", "4"), description -> {}),
                on(
                        api,
                        "PUT",
                        stored(newUser(api)),
                        map("email", quoted(api.unique() + "@example.org"), "name", "\"Bob\"")),
                on(api, "PUT", stored(newEvent(api)), details(user(api))),
                on(api, "PATCH", stored(newGuid(api, "/guid")), map("user", "\"bob\"", "expire", "1935684000")),
                on(api, "DELETE", stored(newUser(api)), Map.of()),
                on(api, "DELETE", stored(newEvent(api)), Map.of()),
                on(api, "DELETE", invitation(api), Map.of()),
                on(api, "DELETE", stored(newGuid(api, "/guid")), Map.of()),
                on(api, "DELETE", customer(api), Map.of()));
    }

    private static String stored(Write write) {
        return write.good().expect(201).header("Location");
    }

    private static String user(ApiUnderTest api) {
        return stored(newUser(api)).substring("/users/".length());
    }

    private static String customer(ApiUnderTest api) {
        String id = api.unique();
        api.put("/customers", json(map("id", quoted(id)))).expect(200);
        return "/customers/" + id;
    }

    private static Map<String, String> details(String organizer) {
        return map(
                "title", "\"Feast\"",
                "description", "\"x\"",
                "location", "\"x\"",
                "organizer_id", quoted(organizer),
                "starts_at", "\"2031-05-02T18:00\"",
                "ends_at", "\"2031-05-03T18:00\"",
                "time_zone", "\"Europe/Berlin\"",
                "all_day", "false",
                "capacity", "5",
                "waitlist", "\"auto\"",
                "party_limit", "2",
                "rsvp_deadline", "\"2031-05-01T18:00\"",
                "status", "\"cancelled\"");
    }

    private static Write newUser(ApiUnderTest api) {
        String id = api.unique();
        return new Write(
                api.call("POST", "/users"),
                map("user_id", quoted(id), "email", quoted(id + "@example.org"), "name", "\"Ann\""),
                absent(api, "/users/" + id));
    }

    private static Write newEvent(ApiUnderTest api) {
        String id = api.unique();
        Map<String, String> members = details(user(api));
        members.put("event_id", quoted(id));
        return new Write(api.call("POST", "/events"), members, absent(api, "/events/" + id));
    }

    private static Write newInvitation(ApiUnderTest api) {
        String list = scheduled(api) + "/invitations";
        String email = api.unique() + "@example.org";
        return new Write(
                api.call("POST", list),
                map("invitations", "[{\"email\": " + quoted(email) + "}]", "message", "\"x\""),
                description -> assertThat(read(api, list).json().path("items"))
                        .as(description)
                        .isEmpty());
    }

    private static String invitation(ApiUnderTest api) {
        Write write = newInvitation(api);
        String id = write.good()
                .expect(201)
                .json()
                .path("items")
                .path(0)
                .path("invitation")
                .path("invitation_id")
                .textValue();
        return write.call().target() + "/" + id;
    }

    private static String scheduled(ApiUnderTest api) {
        Map<String, String> members = details(user(api));
        members.put("status", "\"scheduled\"");
        return api.post("/events", json(members)).expect(201).header("Location");
    }

    private static Write newGuid(ApiUnderTest api, String path) {
        String guid = api.unique();
        return new Write(
                api.call("POST", path.endsWith("/") ? path + guid : path),
                map("guid", quoted(guid), "user", "\"ann\"", "expire", "1935684000"),
                absent(api, "/guid/" + guid));
    }

    private static Write newUuid(ApiUnderTest api, String path) {
        String uuid = api.unique().replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        return new Write(
                api.call("PUT", path.endsWith("/") ? path + uuid : path),
                map("uuid", quoted(uuid)),
                absent(api, "/uuids/" + uuid));
    }

    private static Write newCustomer(ApiUnderTest api) {
        String id = api.unique();
        return new Write(api.call("PUT", "/customers"), map("id", quoted(id)), absent(api, "/customers/" + id));
    }

    private static Write newNumber(ApiUnderTest api) {
        String number = new BigInteger(api.unique(), 16).toString().substring(0, 28);
        // Nothing reads a single number; but that the good one is new at last shows that it was not there.
        return new Write(api.call("POST", "/numbers"), map("number", number), description -> {});
    }

    private static Write on(ApiUnderTest api, String method, String path, Map<String, String> members) {
        String tag = api.get(path).expect(200).header("ETag");
        return new Write(
                api.call(method, path),
                members,
                description -> assertThat(read(api, path).headers().first("ETag"))
                        .as(description)
                        .contains(tag));
    }

    private static Trace absent(ApiUnderTest api, String path) {
        return description ->
                assertThat(read(api, path).status()).as(description).isEqualTo(404);
    }

    private static ApiResponse read(ApiUnderTest api, String path) {
        return api.client().send("GET", path, Headers.NONE, new byte[0]);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static Map<String, String> map(String... namesAndValues) {
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }

    private static String json(Map<String, String> members) {
        StringBuilder json = new StringBuilder("{");
        members.forEach((name, value) -> json.append(json.length() == 1 ? "" : ", ")
                .append(quoted(name))
                .append(": ")
                .append(value));
        return json.append('}').toString();
    }
}
