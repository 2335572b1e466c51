package dev.rollcall.testkit.contract;

import static dev.rollcall.testkit.contract.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code restoreAll} of things that have a content: it counts as well as the revision, and can be changed from there on.
 *
 * @param <T> the kind of thing
 * @param <K> its id
 */
public interface RestoreThenUpdateContract<T extends Revisioned, K>
        extends RestoreContract<T, K>, UpdateContract<T, K> {

    /** Two states of one revision are a conflict. */
    @Test
    default void restoreAllShouldFailForAnotherStateOfTheSameRevision() {
        T present = restore(fifth());

        assertConflict(at(present.revision(), successorOf(present)));
        assertStored(List.of(present));
    }

    /** An update after a restore expects the revision restored. */
    @Test
    default void updateShouldGoOnFromARestoredRevision() {
        T restored = restore(fifth());
        T next = successorOf(restored);

        for (Revision expected :
                List.of(Revision.first(restored.createdAt()), next.revision(), new Revision(restored.createdAt(), 4))) {
            refused(PreconditionFailedException.class, () -> update(new Replacement<>(next, expected)));
        }
        assertThat(update(replace(restored, next))).isEqualTo(next);
        assertStored(List.of(next));
    }

    /** The revision replaced is no longer expected. */
    @Test
    default void updateShouldGoOnFromARevisionThatReplacedAnEarlierOne() {
        T first = stored();
        T restored = restore(at(new Revision(first.createdAt(), 40), successorOf(first)));
        T next = successorOf(restored);

        refused(PreconditionFailedException.class, () -> update(replace(first, successorOf(first))));
        assertThat(update(replace(restored, next))).isEqualTo(next);
        assertStored(List.of(next));
    }
}
