package dev.rollcall.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.testkit.fixture.Contention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code list} of everything that a port keeps, in an order that is stable and otherwise the store's own. Nothing is assumed
 * of how much else is listed.
 *
 * @param <T> the kind of item
 * @param <K> the key by which the list is sorted
 */
public interface ListContract<T, K> extends StoreContract {

    /**
     * Calls the port's {@code list}.
     *
     * @param request which page
     * @return what the port returns
     */
    Page<T, K> list(PageRequest<K> request);

    /**
     * Returns the key by which the list is sorted.
     *
     * @param item an item of the list
     * @return its key
     */
    K keyOf(T item);

    /**
     * Stores new things.
     *
     * @param count the number
     * @return the things as they are stored
     */
    List<T> storeSome(int count);

    /** Writes to the list: something new, and away with it again where the port can. */
    void disturb();

    /** Nothing is left out, and nothing is listed twice. */
    @Test
    default void listShouldGiveEveryItemOnceAndAsItIs() {
        List<T> stored = storeSome(15);

        List<T> listed = Listing.all(this::list, PageRequest.MAX_LIMIT);

        assertThat(listed).containsAll(stored).doesNotHaveDuplicates();
    }

    /** Pages of any size add up to the same list. */
    @Test
    default void listShouldHaveOneOrderForEverySizeOfPages() {
        storeSome(15);
        List<T> whole = Listing.all(this::list, PageRequest.MAX_LIMIT);

        int few = pageOf(whole.size());

        assertThat(Listing.all(this::list, few)).isEqualTo(whole);
        assertThat(Listing.all(this::list, few + 1)).isEqualTo(whole);
    }

    /** A page starts with the item after the key that it is given. */
    @Test
    default void listShouldStartAfterAnyKey() {
        storeSome(15);
        List<T> whole = Listing.all(this::list, PageRequest.MAX_LIMIT);

        for (int from = 0; from + 5 < whole.size(); from += Math.max(1, whole.size() / 20)) {
            Page<T, K> page = Listing.filled(this::list, PageRequest.<K>first(3).startingAfter(keyOf(whole.get(from))));

            assertThat(page.items()).isEqualTo(whole.subList(from + 1, from + 4));
            K next = page.next().orElseThrow();
            assertThat(Listing.filled(this::list, PageRequest.<K>first(1).startingAfter(next))
                            .items())
                    .containsExactly(whole.get(from + 4));
        }
    }

    /** A last page that is full does not lead on. */
    @Test
    default void listShouldEndWithAPageThatIsExactlyFull() {
        storeSome(15);
        List<T> whole = Listing.all(this::list, PageRequest.MAX_LIMIT);

        PageRequest<K> request = PageRequest.<K>first(4).startingAfter(keyOf(whole.get(whole.size() - 5)));

        Page<T, K> page = Listing.filled(this::list, request);

        assertThat(page.items()).isEqualTo(whole.subList(whole.size() - 4, whole.size()));
        if (!sweepsByItself()) {
            // Otherwise what is expired and not yet swept may lie behind.
            assertThat(page.next()).isEmpty();
        }
    }

    /** The page after the last key is empty, and does not lead on. */
    @Test
    default void listShouldBeEmptyAfterItsLastItem() {
        storeSome(1);
        List<T> whole = Listing.all(this::list, PageRequest.MAX_LIMIT);

        Page<T, K> page = Listing.filled(this::list, PageRequest.<K>first(10).startingAfter(keyOf(whole.getLast())));

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    /** Writes of others neither hide nor repeat an item that stays. */
    @Test
    default void listShouldGiveWhatStaysOnceWhileOthersWrite() {
        Set<K> staying = storeSome(60).stream().map(this::keyOf).collect(Collectors.toUnmodifiableSet());
        int limit = pageOf(Listing.all(this::list, PageRequest.MAX_LIMIT).size());
        int writers = 4;
        AtomicInteger writing = new AtomicInteger(writers);
        List<List<K>> passes = Collections.synchronizedList(new ArrayList<>());

        Contention.among(writers + 2, number -> {
            if (number < writers) {
                try {
                    for (int i = 0; i < 40; i++) {
                        disturb();
                    }
                } finally {
                    writing.decrementAndGet();
                }
            } else {
                do {
                    passes.add(Listing.all(this::list, limit).stream()
                            .map(this::keyOf)
                            .filter(staying::contains)
                            .toList());
                } while (writing.get() > 0);
            }
            return number;
        });

        assertThat(passes)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(seen -> assertThat(seen).containsExactlyInAnyOrderElementsOf(staying));
    }

    /** Small pages where the list is short, so that there are some; large ones where reading it would take long. */
    private static int pageOf(int size) {
        return Math.clamp(size / 10, 7, PageRequest.MAX_LIMIT - 1);
    }
}
