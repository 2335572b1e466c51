package dev.rollcall.persistence.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.persistence.dynamodb.CapacityMeter.Cost;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** How full a store is whose costs are measured. */
enum StoreSize {
    SMALL(100),
    LARGE(10_000);

    private static final Map<StoreSize, FilledStore> STORES = new ConcurrentHashMap<>();

    final int items;

    StoreSize(int items) {
        this.items = items;
    }

    /** The store of this size, which is filled once for all tests. */
    FilledStore store() {
        return STORES.computeIfAbsent(this, size -> new FilledStore(size.items));
    }

    /** Demands one cost of a full page at the beginning, in the middle and at the end. */
    <T, K> void assertPages(Function<PageRequest<K>, Page<T, K>> list, Function<T, K> keyOf, int limit, Cost cost) {
        List<K> keys = new ArrayList<>();
        PageRequest<K> request = PageRequest.first(PageRequest.MAX_LIMIT);
        Optional<K> next;
        do {
            Page<T, K> page = list.apply(request);
            page.items().forEach(item -> keys.add(keyOf.apply(item)));
            next = page.next();
            request = next.map(request::startingAfter).orElse(request);
        } while (next.isPresent());
        assertThat(keys).hasSizeGreaterThanOrEqualTo(items);

        PageRequest<K> first = PageRequest.first(limit);
        PageRequest<K> middle = first.startingAfter(keys.get(keys.size() / 2));
        // One more than a page, so that this one, too, looks at the item that follows it.
        PageRequest<K> last = first.startingAfter(keys.get(keys.size() - limit - 2));
        for (PageRequest<K> page : List.of(first, middle, last)) {
            CapacityMeter meter = store().meter;
            assertThat(meter.of(() -> assertThat(list.apply(page).items()).hasSize(limit)))
                    .as("page of %s after %s", this, page.after())
                    .isEqualTo(cost);
        }
    }
}
