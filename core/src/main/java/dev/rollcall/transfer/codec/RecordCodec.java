package dev.rollcall.transfer.codec;

import dev.rollcall.error.InvalidInputException;

/**
 * How one kind of thing is written in its portable form, and read again. Reading what was written gives an equal thing.
 *
 * @param <T> the kind of thing
 */
interface RecordCodec<T> {

    Members write(T thing);

    /**
     * Reads a thing.
     *
     * @throws InvalidInputException where members are missing, unknown, or have values that they do not take, naming them all
     */
    T read(Members members);
}
