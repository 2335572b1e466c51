package dev.rollcall.guid;

import dev.rollcall.expiry.ExpiringRecords;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import java.time.Instant;

/**
 * The port of GUIDs. Thread-safe; see {@link dev.rollcall.port} for what holds of every port.
 */
public interface GuidRepository extends ExpiringRecords<GuidRegistration, Guid> {

    /**
     * Lists the live GUIDs of a user, in the order of the GUIDs. One that is there throughout is listed exactly once,
     * even while others write.
     *
     * @param user the owner
     * @param request the page: the position after which it begins, and the largest number of items
     * @param now the moment at which they have expired or not
     * @return the page
     */
    Page<GuidRegistration, Guid> list(GuidUser user, PageRequest<Guid> request, Instant now);
}
