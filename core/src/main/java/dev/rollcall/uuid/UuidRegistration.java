package dev.rollcall.uuid;

import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import java.time.Instant;

/**
 * A UUID that is registered here.
 *
 * @param uuid the UUID
 * @param updatedAt when it was last touched, in microseconds; never before its creation, and never moving back
 * @param revision the revision, with the time of creation
 */
public record UuidRegistration(Uuid uuid, Instant updatedAt, Revision revision) implements Revisioned {

    /**
     * A UUID that is registered now.
     *
     * @param uuid the UUID
     * @param now the moment, in microseconds
     * @return the registration at its first revision
     */
    public static UuidRegistration first(Uuid uuid, Instant now) {
        return new UuidRegistration(uuid, now, Revision.first(now));
    }

    /**
     * This registration after one more touch.
     *
     * @param now the moment, in microseconds
     * @return the next revision; a clock that stepped back does not take {@code updatedAt} with it
     */
    public UuidRegistration touched(Instant now) {
        return new UuidRegistration(uuid, now.isAfter(updatedAt) ? now : updatedAt, revision.next());
    }
}
