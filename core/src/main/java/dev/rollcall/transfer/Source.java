package dev.rollcall.transfer;

import dev.rollcall.port.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** Where things are read. Thread-safe. */
public interface Source {

    /**
     * Returns the name for messages.
     *
     * @return a name without secrets
     */
    String name();

    /**
     * Reads a part of one kind of thing. What is there throughout is given exactly once over all the parts.
     *
     * @param feature the type of record
     * @param after the key at which the previous part ended; empty for the first part
     * @param now the moment at which things are expired or not; the expired ones are not given
     * @param <T> the kind
     * @return the part, and where it ends unless it is the last
     */
    <T> Page<T, String> page(RecordType<T> feature, Optional<String> after, Instant now);

    /**
     * Returns the share of everything that lies before a key; empty where it is not known.
     *
     * @param next the position after which the page begins
     * @return 0 to 1; empty where nobody can tell
     */
    default OptionalDouble share(String next) {
        return OptionalDouble.empty();
    }
}
