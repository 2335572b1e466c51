package dev.rollcall.guid;

import dev.rollcall.expiry.Expiring;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;

/**
 * A GUID with its metadata.
 *
 * @param guid the GUID
 * @param user whom it belongs to
 * @param expiry from when on it is gone
 * @param revision which state this is, with the moment of its creation
 */
public record GuidRegistration(Guid guid, GuidUser user, Expiry expiry, Revision revision)
        implements Revisioned, Expiring {}
