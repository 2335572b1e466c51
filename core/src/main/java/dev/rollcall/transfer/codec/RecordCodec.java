package dev.rollcall.transfer.codec;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.StoredValues;
import dev.rollcall.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Moves records of one type: they are listed, written in their portable form, read again and restored. Reading what was written
 * gives an equal record.
 *
 * @param <T> the type of the record
 */
public interface RecordCodec<T> {

    /**
     * The name of the type, in files and messages.
     *
     * @return a word in lower case
     */
    String name();

    /**
     * The id of a record among those of its type.
     *
     * @param value the record
     * @return its id as text
     */
    String id(T value);

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

    /**
     * Lists the records of a store.
     *
     * @param ports the store's ports
     * @param request the page, by the text of the key that the port lists by
     * @param now the moment at which records have expired or not
     * @return the page
     */
    Page<T, String> page(Repositories ports, PageRequest<String> request, Instant now);

    /**
     * Stores records as they are in another store.
     *
     * @param ports the store's ports
     * @param values the records, each id once
     * @param now the moment at which records in the store have expired or not
     * @return what is stored now, record by record
     */
    List<Outcome<T>> restore(Repositories ports, List<T> values, Instant now);

    /**
     * Lists by the texts of keys from a port that lists by the keys.
     *
     * @param request the page: the position after which it begins, and the largest number of items
     * @param parser reads a key
     * @param port lists by keys
     * @return the page
     * @param <T> the type of the record
     * @param <K> the type of the key, whose text {@code parser} reads
     */
    static <T, K> Page<T, String> page(
            PageRequest<String> request, Function<String, K> parser, Function<PageRequest<K>, Page<T, K>> port) {
        Optional<K> after = StoredValues.trust(() -> request.after().map(parser));
        Page<T, K> page = port.apply(new PageRequest<>(after, request.limit()));
        return new Page<>(page.items(), page.next().map(Object::toString));
    }
}
