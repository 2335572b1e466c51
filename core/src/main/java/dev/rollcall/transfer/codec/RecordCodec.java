package dev.rollcall.transfer.codec;

import dev.rollcall.error.InvalidInputException;

/**
 * How records of one type are written in their portable form and read again. Reading what was written gives an equal record.
 *
 * @param <T> the type of the record
 */
public interface RecordCodec<T> {

    /**
     * Writes a record.
     *
     * @param value the record
     * @return its members
     */
    Members write(T value);

    /**
     * Reads a record.
     *
     * @param members the record's members
     * @return the record
     * @throws InvalidInputException where members are missing, unknown, or have values that they do not take, naming them all
     */
    T read(Members members);
}
