package dev.rollcall.transfer;

import dev.rollcall.port.Outcome;
import java.time.Instant;
import java.util.List;

/** What takes things as they are elsewhere. */
public interface Sink {

    /**
     * What people know it by.
     *
     * @return a name without secrets
     */
    String name();

    /**
     * Takes things as they are, by the rule of {@link dev.rollcall.port.Restoration}. When it returns they are kept.
     *
     * @param feature their kind
     * @param things the records to write
     * @param now the moment at which what is there already is expired or not
     * @param <T> the kind
     * @return what is there now, item by item
     */
    <T> List<Outcome<T>> write(RecordType<T> feature, List<T> things, Instant now);
}
