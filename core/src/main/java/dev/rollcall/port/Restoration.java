package dev.rollcall.port;

import dev.rollcall.error.ConflictException;
import java.util.Optional;

/**
 * The rule by which a store takes a thing exactly as it is in another: nothing that is newer here, or another thing of the
 * same name, is ever written over. So a copy can be made again, from its beginning or its middle, and leaves the same.
 */
public final class Restoration {

    private Restoration() {}

    /**
     * Whether a thing has to be written.
     *
     * @param resource the type of record, such as {@code event}, for the message
     * @param id the record's id, for the message
     * @param given the thing to restore
     * @param present the thing as it is here; empty where there is none
     * @param <T> the kind of thing
     * @return true where there is none here, or an earlier revision of it; false where it is here just as it is given
     * @throws ConflictException where another thing of this id is here, or a later revision, or a different state of this one
     */
    public static <T extends Revisioned> boolean isNeeded(String resource, String id, T given, Optional<T> present) {
        return present.map(Revisioned::revision)
                        .filter(before -> before.isBefore(given.revision()))
                        .isPresent()
                || isNew(resource, id, given, present);
    }

    /**
     * Whether a thing that never changes has to be written.
     *
     * @param resource the type of record, such as {@code event}, for the message
     * @param id the record's id, for the message
     * @param given the thing to restore
     * @param present the thing as it is here; empty where there is none
     * @param <T> the kind of thing
     * @return true where there is none here; false where it is here just as it is given
     * @throws ConflictException where another thing of this id is here
     */
    public static <T> boolean isNew(String resource, String id, T given, Optional<T> present) {
        if (present.isEmpty()) {
            return true;
        }
        if (present.get().equals(given)) {
            return false;
        }
        throw new ConflictException(
                resource,
                id,
                "The " + resource + " '" + id
                        + "' is here already, in a later or a different state, and stays as it is.");
    }
}
