package dev.rollcall.transfer;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.storage.Store;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A store to read and to write, under the name that people know it by. Closing it closes the store. Thread-safe.
 *
 * @param name the name for messages, without secrets
 * @param store the store
 */
public record NamedStore(String name, Store store) implements Source, Sink, AutoCloseable {

    @Override
    public <T> Page<T, String> page(RecordType<T> feature, Optional<String> after, Instant now) {
        return named(() -> feature.page(store.repositories(), new PageRequest<>(after, PageRequest.MAX_LIMIT), now));
    }

    @Override
    public <T> List<Outcome<T>> write(RecordType<T> feature, List<T> things, Instant now) {
        if (things.isEmpty()) {
            return List.of();
        }
        Set<String> ids = new HashSet<>();
        boolean distinct = things.stream().allMatch(thing -> ids.add(feature.id(thing)));
        return named(() -> distinct
                ? feature.restore(store.repositories(), things, now)
                // A file that was edited may name a thing twice; a batch may not.
                : things.stream()
                        .map(thing -> feature.restore(store.repositories(), List.of(thing), now)
                                .getFirst())
                        .toList());
    }

    /** Closes the store. */
    @Override
    public void close() {
        store.close();
    }

    /** With two stores, the error must say which one failed. */
    private <T> T named(Supplier<T> action) {
        try {
            return action.get();
        } catch (StoreUnavailableException unavailable) {
            throw new StoreUnavailableException(unavailable.reason(), name + ": " + unavailable.detail(), unavailable);
        }
    }
}
