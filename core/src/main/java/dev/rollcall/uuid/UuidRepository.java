package dev.rollcall.uuid;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.port.Adds;
import dev.rollcall.port.Finds;
import dev.rollcall.port.Lists;
import dev.rollcall.port.Puts;
import dev.rollcall.port.Restores;
import dev.rollcall.port.Updates;
import java.util.List;

/**
 * The port of the UUID registry. Thread-safe; see {@link dev.rollcall.port} for what holds of every port. To put a UUID that is
 * registered moves its {@code updatedAt} to now, never back.
 */
public interface UuidRepository
        extends Adds<UuidRegistration>,
                Puts<Uuid, UuidRegistration>,
                Updates<UuidRegistration>,
                Restores<UuidRegistration>,
                Finds<Uuid, UuidRegistration>,
                Lists<UuidRegistration, Uuid> {

    /**
     * Adds UUIDs all or none: nobody sees some of them without the others.
     *
     * @param registrations the registrations, each at its first revision
     * @throws AlreadyExistsException where one is there already; then none is stored
     */
    void addTogether(List<UuidRegistration> registrations);
}
