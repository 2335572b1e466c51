package dev.rollcall.guid;

import dev.rollcall.expiry.Expiry;
import dev.rollcall.value.Change;
import java.time.Instant;

/**
 * The changes of a GUID.
 *
 * @param user the change of the owner; it can't be cleared, so clearing keeps it
 * @param expiry the change of the expiry; clearing gives it the default lifetime from now
 */
public record GuidChange(Change<GuidUser> user, Change<Expiry> expiry) {

    GuidRegistration applyTo(GuidRegistration current, Instant now) {
        return new GuidRegistration(
                current.guid(),
                user.applyTo(current.user(), current.user()),
                expiry.applyTo(current.expiry(), Expiry.defaultFrom(now)),
                current.revision().next());
    }
}
