package dev.rollcall.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.Put;
import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code restoreAll} of things that are put: the next put counts on from the revision restored.
 *
 * @param <T> the kind of thing
 * @param <K> its id
 */
public interface RestoreThenPutContract<T extends Revisioned, K> extends RestoreContract<T, K>, PutContract<T, K> {

    /** A put after a restore has the next revision. */
    @Test
    default void putShouldCountOnFromARestoredRevision() {
        for (long count : new long[] {1, 5_000_000_000L}) {
            T thing = fresh();
            T restored = restore(at(new Revision(thing.createdAt(), count), thing));

            Put<T> put = put(idOf(restored), Fresh.instant());

            assertThat(put.inserted()).isFalse();
            assertThat(put.stored().revision()).isEqualTo(restored.revision().next());
            assertStored(List.of(put.stored()));
        }
    }

    /** A thing that was put is replaced by its later revision. */
    @Test
    default void restoreAllShouldGoOnFromWhatWasPut() {
        K id = freshId();
        Instant created = Fresh.instant();
        T put = put(id, created).stored();
        T later = successorOf(put);

        assertThat(restore(put)).isEqualTo(put);
        assertThat(restore(later)).isEqualTo(later);
        assertThat(put(id, created).stored().revision()).isEqualTo(new Revision(created, 3));
        assertConflict(later);
    }
}
