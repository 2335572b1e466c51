package dev.rollcall.port;

import dev.rollcall.error.ConflictException;
import java.util.List;

/**
 * A port that takes things as they are in another store. Meant for a store to which nobody else writes meanwhile.
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
