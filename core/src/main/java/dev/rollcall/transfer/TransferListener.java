package dev.rollcall.transfer;

import java.util.OptionalDouble;

/** Is told how a transfer goes on. Thread-safe. */
public interface TransferListener {

    /** The phase of a transfer. */
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
     * @param phase the phase of the transfer
     * @param feature their kind
     * @param count the number of this type that is done
     * @param share the share of the whole transfer, 0 to 1; empty where it is not known
     */
    void advanced(Phase phase, RecordType<?> feature, long count, OptionalDouble share);

    /**
     * Is told that all things of a kind were done.
     *
     * @param phase the phase of the transfer
     * @param feature their kind
     * @param count the number
     */
    void finished(Phase phase, RecordType<?> feature, long count);
}
