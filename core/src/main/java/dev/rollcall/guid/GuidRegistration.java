package dev.rollcall.guid;

import dev.rollcall.expiry.Expiring;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;

/**
 * A GUID with its metadata.
 *
 * @param guid the GUID
 * @param user the owner
 * @param expiry the time from which on it no longer exists
 * @param revision the revision, with the time of creation
 */
public record GuidRegistration(Guid guid, GuidUser user, Expiry expiry, Revision revision)
        implements Revisioned, Expiring {}
