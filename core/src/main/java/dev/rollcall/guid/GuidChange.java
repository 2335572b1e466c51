package dev.rollcall.guid;

import dev.rollcall.expiry.Expiry;
import dev.rollcall.value.Change;
import java.time.Instant;

/**
 * What to change of a GUID.
 *
 * @param user whom it shall belong to; it can't be cleared, so clearing keeps it
 * @param expiry from when on it shall be gone; clearing gives it the default lifetime from now
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
