package dev.rollcall.rsvp.user;

import dev.rollcall.value.Change;
import java.time.Instant;

/**
 * The changes of a user.
 *
 * @param email the new address; it can't be cleared, so clearing keeps it
 * @param name the new name
 */
public record UserChange(Change<EmailAddress> email, Change<UserName> name) {

    User applyTo(User current, Instant now) {
        return new User(
                current.id(),
                email.applyTo(current.email(), current.email()),
                name.applyTo(current.name()),
                now.isAfter(current.updatedAt()) ? now : current.updatedAt(),
                current.revision().next());
    }
}
