package dev.rollcall.rest.rsvp.user;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.rest.json.Times;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserName;
import java.io.IOException;
import java.util.Optional;

/** Users as JSON. */
final class UserJson {

    private UserJson() {}

    static void write(JsonGenerator json, User user) throws IOException {
        json.writeStartObject();
        json.writeStringField("user_id", user.id().value());
        json.writeStringField("email", user.email().typed());
        Optional<String> name = user.name().map(UserName::value);
        if (name.isPresent()) {
            json.writeStringField("name", name.get());
        }
        Times.write(json, "created_at", user.createdAt());
        Times.write(json, "updated_at", user.updatedAt());
        json.writeEndObject();
    }
}
