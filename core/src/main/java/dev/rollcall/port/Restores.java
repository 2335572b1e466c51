package dev.rollcall.port;

import dev.rollcall.error.ConflictException;
import java.util.List;

/**
 * A port that stores things unchanged from another store. Only for a store to which nobody else writes at the same time.
 *
 * @param <T> the kind of thing
 */
public interface Restores<T> {

    /**
     * Stores things exactly as they are in another store, revisions included, by the rule of {@link Restoration}. Each that
     * breaks it fails alone with {@link ConflictException}. A thing may be given again.
     *
     * @param things the records to store, each id once
     * @return what is stored now, item by item
     */
    List<Outcome<T>> restoreAll(List<T> things);
}
