package dev.rollcall.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads lists page by page. */
public final class Listing {

    private Listing() {}

    /**
     * Reads a list to its end.
     *
     * @param list gives a page
     * @param limit how many items to ask for at a time
     * @param <T> the kind of item
     * @param <K> the list's sort key
     * @return every item of every page, in order
     * @throws AssertionError where a page holds more than it may, or leads back to itself
     */
    public static <T, K> List<T> all(Function<PageRequest<K>, Page<T, K>> list, int limit) {
        List<T> items = new ArrayList<>();
        PageRequest<K> request = PageRequest.first(limit);
        while (true) {
            Page<T, K> page = list.apply(request);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            items.addAll(page.items());
            Optional<K> next = page.next();
            if (next.isEmpty()) {
                return items;
            }
            assertThat(next).as("a page leads on").isNotEqualTo(request.after());
            request = request.startingAfter(next.get());
        }
    }

    /**
     * Reads a list until a page's worth is there. A store that would have to look at too much to fill a page may give less than
     * that and lead on.
     *
     * @param list gives a page
     * @param request how many items, and after which key
     * @param <T> the kind of item
     * @param <K> the list's sort key
     * @return as many items as were asked for, and fewer only at the list's end
     * @throws AssertionError where a page holds more than it may, or leads back to itself
     */
    public static <T, K> Page<T, K> filled(Function<PageRequest<K>, Page<T, K>> list, PageRequest<K> request) {
        List<T> items = new ArrayList<>();
        PageRequest<K> rest = request;
        while (true) {
            int missing = request.limit() - items.size();
            Page<T, K> page = list.apply(rest);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(missing);
            items.addAll(page.items());
            if (page.next().isEmpty() || page.items().size() == missing) {
                return new Page<>(items, page.next());
            }
            assertThat(page.next()).as("a page leads on").isNotEqualTo(rest.after());
            rest = new PageRequest<>(page.next(), request.limit() - items.size());
        }
    }
}
