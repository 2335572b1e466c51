package dev.rollcall.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Property
    void pagesShouldGiveEveryItemOnceAndInOrder(
            @ForAll @IntRange(max = 250) int count, @ForAll @IntRange(min = 1, max = 100) int limit) {
        List<Integer> all = IntStream.range(0, count).boxed().toList();
        List<Integer> seen = new ArrayList<>();
        Optional<PageRequest<Integer>> request = Optional.of(PageRequest.first(limit));
        while (request.isPresent()) {
            PageRequest<Integer> current = request.get();
            int from = current.after().map(after -> after + 1).orElse(0);
            Page<Integer, Integer> page =
                    Page.of(all.subList(from, Math.min(count, from + limit + 1)), limit, item -> item);
            seen.addAll(page.items());
            request = page.next().map(current::startingAfter);
        }
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void lastPageShouldHaveNoNext() {
        assertThat(Page.of(List.of(1, 2), 2, item -> item)).isEqualTo(new Page<>(List.of(1, 2), Optional.empty()));
        assertThat(Page.of(List.of(1, 2, 3), 2, item -> item)).isEqualTo(new Page<>(List.of(1, 2), Optional.of(2)));
        assertThat(Page.of(List.<Integer>of(), 2, item -> item).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void limitOutOfBoundsShouldBeRefused(int limit) {
        assertThatThrownBy(() -> PageRequest.first(limit)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void itemsShouldBeCopied() {
        List<Integer> mutable = new ArrayList<>(List.of(1));
        Page<Integer, Integer> page = new Page<>(mutable, Optional.empty());
        mutable.add(2);
        assertThat(page.items()).containsExactly(1);
    }
}
