package dev.rollcall.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.Answer;
import dev.rollcall.testkit.api.ApiUnderTest;
import java.net.URI;

/**
 * An event on a running server, with the addresses that its people get.
 *
 * @param url the server
 * @param letters its mail
 * @param path the event's path
 * @param page the path of the organizer's page
 */
record HostedEvent(URI url, Letters letters, String path, String page) {

    /** Somebody invited: the invitation's id, its path, and that of the link in the mail. */
    record Guest(String id, String path, String link) {}

    /** Makes an event of a new organizer. */
    static HostedEvent make(URI url, Letters letters, String organizer, String members) {
        ApiUnderTest api = () -> new SocketApiClient(url);
        String user = api.post(
                        "/users", "{\"email\": \"" + api.unique() + "@example.org\", \"name\": " + organizer + "}")
                .expect(201)
                .json()
                .path("user_id")
                .textValue();
        Answer made = api.post("/events", "{\"organizer_id\": \"" + user + "\", " + members + "}")
                .expect(201);
        String path = made.header("Location");
        return new HostedEvent(
                url,
                letters,
                path,
                path + "/manage/" + made.json().path("manage_token").textValue());
    }

    ApiUnderTest api() {
        return () -> new SocketApiClient(url);
    }

    /** Invites somebody, and waits for the mail. */
    Guest invite(String name) throws Exception {
        return invite(name, "\"Come!\"");
    }

    Guest invite(String name, String message) throws Exception {
        String email = api().unique().substring(20) + "@example.org";
        String id = api().post(
                        path + "/invitations",
                        "{\"message\": " + message + ", \"invitations\": [{\"email\": \"" + email + "\", \"name\": "
                                + name + "}]}")
                .expect(201)
                .json()
                .findValue("invitation_id")
                .textValue();
        return new Guest(id, path + "/invitations/" + id, letters.firstLink(id));
    }

    /** A guest who has answered already. */
    Guest answered(String name, String answer) throws Exception {
        Guest guest = invite(name);
        api().post(guest.link(), answer).expect(200);
        return guest;
    }

    /** The event afterwards, changed. */
    void change(String members) {
        api().put(path, "{" + members + "}").expect(200);
    }

    JsonNode json(String of) {
        return api().get(of).expect(200).json();
    }

    /** An address for a browser. */
    String address(String of) {
        return url.resolve(of).toString();
    }
}
