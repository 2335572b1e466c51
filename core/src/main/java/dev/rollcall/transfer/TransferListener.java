package dev.rollcall.transfer;

import java.util.OptionalDouble;

/** Is told how a transfer goes on. Thread-safe. */
public interface TransferListener {

    /** What a transfer does. */
    enum Phase {
        /** Reads things in one place and writes them in the other. */
        MOVING,
        /** Reads things in both places. */
        COMPARING,
        /** Looks for the things that differ. */
        SEARCHING
    }

    /**
     * Is told that some more things were done.
     *
     * @param phase what was done with them
     * @param feature their kind
     * @param count how many of this kind were done so far
     * @param share how much of everything that is, 0 to 1, where it is known
     */
    void advanced(Phase phase, RecordType<?> feature, long count, OptionalDouble share);

    /**
     * Is told that all things of a kind were done.
     *
     * @param phase what was done with them
     * @param feature their kind
     * @param count how many
     */
    void finished(Phase phase, RecordType<?> feature, long count);
}
