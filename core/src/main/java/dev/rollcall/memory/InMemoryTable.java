package dev.rollcall.memory;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Restoration;
import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Things by key, in the order of the keys. Thread-safe; each method is atomic. */
@SuppressWarnings("ReferenceEquality") // Which of two values won is a question of identity.
final class InMemoryTable<K extends Comparable<K>, V extends Revisioned> {

    private final ConcurrentSkipListMap<K, V> rows = new ConcurrentSkipListMap<>();
    private final String resource;
    private final Function<V, K> key;

    InMemoryTable(String resource, Function<V, K> key) {
        this.resource = resource;
        this.key = key;
    }

    Optional<V> find(K id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** Stores a new thing, in place of one that may be replaced. Returns whether it did. */
    boolean add(V value, Predicate<V> replaceable) {
        return rows.compute(
                        key.apply(value),
                        (id, present) -> present == null || replaceable.test(present) ? value : present)
                == value;
    }

    /** Stores what becomes of the thing there, or a first one. */
    V put(K id, Function<Optional<V>, V> next) {
        return rows.compute(id, (same, present) -> next.apply(Optional.ofNullable(present)));
    }

    /** Stores a thing as it is elsewhere, where {@link Restoration} says so; what is invisible counts as absent. */
    V restore(V given, Predicate<V> visible) {
        K id = key.apply(given);
        rows.compute(id, (same, present) -> {
            Optional<V> seen = Optional.ofNullable(present).filter(visible);
            return Restoration.isNeeded(resource, id.toString(), given, seen) ? given : present;
        });
        return given;
    }

    /** Stores a thing in place of the visible one of the revision expected. */
    V replace(V next, Revision expected, Predicate<V> visible) {
        K id = key.apply(next);
        V stored = rows.computeIfPresent(
                id,
                (same, present) -> visible.test(present) && present.revision().equals(expected) ? next : present);
        if (stored != next) {
            throw refusal(id, visible);
        }
        return next;
    }

    /** Removes the visible thing of the revision expected. */
    K remove(K id, Revision expected, Predicate<V> visible) {
        V present = rows.get(id);
        boolean matches =
                present != null && visible.test(present) && present.revision().equals(expected);
        if (!matches || !rows.remove(id, present)) {
            throw refusal(id, visible);
        }
        return id;
    }

    /** Removes what is selected, at most a given number. */
    int removeWhere(Predicate<V> selected, int limit) {
        int removed = 0;
        for (var row : rows.entrySet()) {
            if (removed == limit) {
                break;
            }
            if (selected.test(row.getValue()) && rows.remove(row.getKey(), row.getValue())) {
                removed++;
            }
        }
        return removed;
    }

    Page<V, K> page(PageRequest<K> request, Predicate<V> selected) {
        NavigableMap<K, V> rest = request.after()
                .<NavigableMap<K, V>>map(after -> rows.tailMap(after, false))
                .orElse(rows);
        return Page.of(
                rest.values().stream()
                        .filter(selected)
                        .limit(request.limit() + 1L)
                        .toList(),
                request.limit(),
                key);
    }

    Iterable<V> all() {
        return rows.values();
    }

    private RuntimeException refusal(K id, Predicate<V> visible) {
        V present = rows.get(id);
        return present != null && visible.test(present)
                ? new PreconditionFailedException(resource, id.toString())
                : new NotFoundException(resource, id.toString());
    }
}
