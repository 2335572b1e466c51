package dev.rollcall.http.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.http.process.LetterBox;
import dev.rollcall.http.process.SocketApiClient;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.ApiUnderTest;
import java.net.URI;

/**
 * An event on a running server, with the addresses that its people get.
 *
 * @param url the server
 * @param notifications its mail
 * @param path the event's path
 * @param page the path of the organizer's page
 */
record HostedEvent(URI url, LetterBox notifications, String path, String page) {

    /** Somebody invited. */
    record Guest(HostedEvent event, String id) {

        /** The invitation's path. */
        String path() {
            return event.path + "/invitations/" + id;
        }

        /** The path of the link in the first mail, which is waited for. */
        String link() throws Exception {
            return event.notifications.firstLink(id);
        }

        /** The same for a browser. */
        String address() throws Exception {
            return event.address(link());
        }

        /** Answers. */
        Guest answer(String answer) throws Exception {
            event.api().post(link(), answer).expect(200);
            return this;
        }
    }

    /** Makes an event of a new organizer. */
    static HostedEvent make(URI url, LetterBox notifications, String organizer, String members) {
        ApiUnderTest api = () -> new SocketApiClient(url);
        String user = api.post(
                        "/users", "{\"email\": \"" + api.unique() + "@example.org\", \"name\": " + organizer + "}")
                .expect(201)
                .json()
                .path("user_id")
                .textValue();
        ApiResponse made = api.post("/events", "{\"organizer_id\": \"" + user + "\", " + members + "}")
                .expect(201);
        String path = made.header("Location");
        return new HostedEvent(
                url,
                notifications,
                path,
                path + "/manage/" + made.json().path("manage_token").textValue());
    }

    ApiUnderTest api() {
        return () -> new SocketApiClient(url);
    }

    /** Invites a guest. */
    Guest invite(String name) {
        return invite(name, "\"Come!\"");
    }

    Guest invite(String name, String message) {
        String guest = "{\"email\": \"" + api().unique().substring(20) + "@example.org\", \"name\": " + name + "}";
        String invitations = "{\"message\": " + message + ", \"invitations\": [" + guest + "]}";
        ApiResponse made = api().post(path + "/invitations", invitations).expect(201);
        return new Guest(this, made.json().findValue("invitation_id").textValue());
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
