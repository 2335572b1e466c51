package dev.rollcall.rsvp.user;

import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who organizes events or is invited to them.
 *
 * @param id the user's id, unique
 * @param email the user's address, unique by its {@linkplain EmailAddress#key key}
 * @param name the user's name
 * @param updatedAt when the user was last written, in microseconds; never before the creation
 * @param revision the revision, with the time of creation
 */
public record User(UserId id, EmailAddress email, Optional<UserName> name, Instant updatedAt, Revision revision)
        implements Revisioned {}
