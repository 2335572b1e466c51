package dev.rollcall.transfer;

/** Remembers how far a transfer has come, so that one that was killed goes on where it stopped. */
@FunctionalInterface
public interface Checkpoint {

    /**
     * Remembers a progress in place of the one before. A kill in the middle leaves the one before.
     *
     * @param progress the progress; everything before it is stored
     */
    void save(Progress progress);
}
