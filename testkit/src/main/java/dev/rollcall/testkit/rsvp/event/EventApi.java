package dev.rollcall.testkit.rsvp.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.ApiUnderTest;

/** Makes events over HTTP, for the contracts of what becomes of them. */
public interface EventApi extends ApiUnderTest {

    /**
     * Stores a user.
     *
     * @return the user's id
     */
    default String organizer() {
        String id = unique();
        post("/users", "{\"user_id\": \"" + id + "\", \"email\": \"" + id + "@example.org\"}")
                .expect(201);
        return id;
    }

    /**
     * The JSON of a new event.
     *
     * @param organizer the organizer of the event
     * @param more further members, each after a comma
     * @return the object
     */
    default String event(String organizer, String more) {
        return "{\"title\": \"Party\", \"organizer_id\": \"" + organizer + "\"" + more + "}";
    }

    /**
     * A new event as it is read from now on: without the token that is shown once.
     *
     * @param made the answer to its POST
     * @return the event
     */
    default JsonNode lasting(ApiResponse made) {
        ObjectNode event = made.json().deepCopy();
        assertThat(event.remove("manage_token").textValue()).hasSize(52);
        return event;
    }
}
