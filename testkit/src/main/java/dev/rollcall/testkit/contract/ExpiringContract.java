package dev.rollcall.testkit.contract;

import static dev.rollcall.testkit.contract.Outcomes.failure;
import static dev.rollcall.testkit.contract.Outcomes.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.ConflictException;
import dev.rollcall.expiry.Expiring;
import dev.rollcall.expiry.ExpiringRecords;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The verbs of {@link ExpiringRecords} while things are alive; what is listed and restored once they have expired.
 *
 * @param <T> the kind of thing
 * @param <K> its id
 */
public interface ExpiringContract<T extends Revisioned & Expiring, K>
        extends AddContract<T, K>, RemoveContract<T, K>, ListContract<T, K>, RestoreThenUpdateContract<T, K> {

    /**
     * Returns the port.
     *
     * @return the port of the store under test
     */
    ExpiringRecords<T, K> records();

    /**
     * Returns a thing that nobody has stored yet.
     *
     * @param expiry the thing's expiry
     * @return the thing, at its first revision
     */
    T freshUntil(Expiry expiry);

    /** Expired things are not listed from their very second on, and take no place in a page. */
    @Test
    default void listShouldLeaveOutTheExpired() {
        Instant expiry = NOW.minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        List<T> expiring =
                Stream.generate(() -> freshUntil(new Expiry(expiry))).limit(60).toList();
        records().addAll(expiring, expiry.minusSeconds(60)).forEach(Outcomes::success);
        List<T> living = storeSome(5);

        assertThat(listAt(expiry.minusNanos(1000))).containsAll(expiring).containsAll(living);
        assertThat(listAt(expiry)).containsAll(living).doesNotContainAnyElementsOf(expiring);
        assertThat(Listing.filled(request -> records().list(request, expiry), PageRequest.<K>first(5))
                        .items())
                .hasSize(5);
    }

    /** A thing takes the place of an expired one from the very second of its expiry, and not before. */
    @Test
    default void restoreAllShouldReplaceTheExpiredFromTheVerySecondOn() {
        Instant expiry = NOW.minusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        T expired = records().add(freshUntil(new Expiry(expiry)), expiry.minusSeconds(1));
        T first = fresh();
        T heir = namesakeOf(expired);
        T last = fifth();
        List<T> given = List.of(first, heir, last);

        List<Outcome<T>> early = records().restoreAll(given, expiry.minusNanos(1000));
        List<Outcome<T>> inTime = records().restoreAll(given, expiry);

        assertThat(early).hasSize(3);
        assertThat(success(early.get(0))).isEqualTo(first);
        assertThat(failure(early.get(1), ConflictException.class).id())
                .isEqualTo(idOf(expired).toString());
        assertThat(success(early.get(2))).isEqualTo(last);
        assertThat(inTime).map(Outcomes::success).isEqualTo(given);
        assertStored(given);
    }

    @Override
    default Optional<T> lookUp(K id) {
        return records().find(id, NOW);
    }

    @Override
    default T add(T thing) {
        return records().add(thing, NOW);
    }

    @Override
    default List<Outcome<T>> addAll(List<T> things) {
        return records().addAll(things, NOW);
    }

    @Override
    default T storeAgain(T former, Instant createdAt) {
        return add(at(Revision.first(createdAt), namesakeOf(former)));
    }

    @Override
    default T update(Replacement<T> replacement) {
        return records().update(replacement, NOW);
    }

    @Override
    default List<Outcome<T>> updateAll(List<Replacement<T>> replacements) {
        return records().updateAll(replacements, NOW);
    }

    @Override
    default K remove(Removal<K> removal) {
        return records().remove(removal, NOW);
    }

    @Override
    default List<Outcome<K>> removeAll(List<Removal<K>> removals) {
        return records().removeAll(removals, NOW);
    }

    @Override
    default List<Outcome<T>> restoreAll(List<T> things) {
        return records().restoreAll(things, NOW);
    }

    @Override
    default Page<T, K> list(PageRequest<K> request) {
        return records().list(request, NOW);
    }

    @Override
    default K keyOf(T item) {
        return idOf(item);
    }

    @Override
    default List<T> storeSome(int count) {
        List<T> things = Stream.generate(this::fresh).limit(count).toList();
        return addAll(things).stream().map(Outcomes::success).toList();
    }

    @Override
    default void disturb() {
        T guest = add(fresh());
        T changed = update(replace(guest, successorOf(guest)));
        remove(new Removal<>(idOf(changed), changed.revision()));
    }

    private List<T> listAt(Instant now) {
        return Listing.<T, K>all(request -> records().list(request, now), PageRequest.MAX_LIMIT);
    }
}
