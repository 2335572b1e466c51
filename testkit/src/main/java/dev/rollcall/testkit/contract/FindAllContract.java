package dev.rollcall.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.Revisioned;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code findAll}: it looks several things up together.
 *
 * @param <T> the kind of thing
 * @param <K> its id
 */
public interface FindAllContract<T extends Revisioned, K> extends ResourceContract<T, K> {

    /**
     * Calls the port's {@code findAll}.
     *
     * @param ids the ids to look for
     * @return what the port returns
     */
    List<T> findAll(Set<K> ids);

    /**
     * Returns an id that nothing has.
     *
     * @return the id
     */
    K freshId();

    /** Those that are there are found, and nothing else. */
    @Test
    default void findAllShouldGiveWhatIsThere() {
        T one = stored();
        T other = stored();
        T unasked = stored();

        assertThat(findAll(Set.of(idOf(one), freshId(), idOf(other))))
                .containsExactlyInAnyOrder(one, other)
                .doesNotContain(unasked);
        assertThat(findAll(Set.of(freshId()))).isEmpty();
        assertThat(findAll(Set.of())).isEmpty();
    }

    /** A thousand ids are looked up together. */
    @Test
    default void findAllShouldTakeAThousandIds() {
        T known = stored();
        Set<K> ids = new HashSet<>(Stream.generate(this::freshId).limit(999).toList());
        ids.add(idOf(known));

        assertThat(findAll(ids)).containsExactly(known);
    }
}
