package dev.rollcall.transfer;

import dev.rollcall.port.Outcome;
import java.time.Instant;
import java.util.List;

/** A target that restores things of another store. */
public interface Sink {

    /**
     * Returns the name for messages.
     *
     * @return a name without secrets
     */
    String name();

    /**
     * Takes things as they are, by the rule of {@link dev.rollcall.port.Restoration}. When it returns they are kept.
     *
     * @param feature their kind
     * @param things the records to write
     * @param now the time that decides whether a stored thing has expired
     * @param <T> the kind
     * @return the stored thing for each item
     */
    <T> List<Outcome<T>> write(RecordType<T> feature, List<T> things, Instant now);
}
