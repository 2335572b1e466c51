package dev.rollcall.testkit.uuid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.testkit.contract.ListContract;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.contract.PutContract;
import dev.rollcall.testkit.contract.RestoreThenPutContract;
import dev.rollcall.testkit.contract.RestoreThenUpdateContract;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidRegistration;
import dev.rollcall.uuid.UuidRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link UuidRepository} promises. */
public interface UuidRepositoryContract
        extends AddTogetherContract,
                PutContract<UuidRegistration, Uuid>,
                ListContract<UuidRegistration, Uuid>,
                RestoreThenUpdateContract<UuidRegistration, Uuid>,
                RestoreThenPutContract<UuidRegistration, Uuid> {

    /** A put that comes with an earlier moment counts as a touch and leaves {@code updatedAt} where it is. */
    @Test
    default void putShouldMoveUpdatedAtForwardAndNeverBack() {
        Uuid uuid = Fresh.uuid();
        Instant created = Fresh.instant();
        UuidRepository uuids = repositories().uuids();
        uuids.put(uuid, created);

        UuidRegistration moved = uuids.put(uuid, created.plusNanos(1000)).stored();
        UuidRegistration kept =
                uuids.put(uuid, created.minus(Duration.ofDays(400))).stored();

        assertThat(moved.updatedAt()).isEqualTo(created.plusNanos(1000));
        assertThat(moved.revision().count()).isEqualTo(2);
        assertThat(kept.updatedAt()).isEqualTo(created.plusNanos(1000));
        assertThat(kept.revision().count()).isEqualTo(3);
        assertThat(uuids.find(uuid)).contains(kept);
    }

    /** Each put of a crowd counts, and in the order of the revisions {@code updatedAt} never goes back. */
    @Test
    default void putShouldCountEveryTouchOfACrowdAndKeepTheLatest() {
        Uuid uuid = Fresh.uuid();
        Instant first = Fresh.instant();

        List<UuidRegistration> states =
                Contention.among(
                                Contention.CROWD,
                                i -> repositories()
                                        .uuids()
                                        .put(uuid, first.plusSeconds(i))
                                        .stored())
                        .stream()
                        .sorted(Comparator.comparingLong(
                                state -> state.revision().count()))
                        .toList();

        UuidRegistration stored = lookUp(uuid).orElseThrow();
        assertThat(stored.revision().count()).isEqualTo(Contention.CROWD);
        assertThat(stored.updatedAt()).isEqualTo(first.plusSeconds(Contention.CROWD - 1L));
        assertThat(states)
                .map(UuidRegistration::updatedAt)
                .isSortedAccordingTo(Comparator.naturalOrder())
                .allMatch(updatedAt -> !updatedAt.isBefore(stored.createdAt()));
    }

    /** Overlapping batches in opposite orders neither block each other nor lose a touch. */
    @Test
    default void putAllShouldCountEveryTouchOfOverlappingBatches() {
        List<Uuid> uuids = Stream.generate(Fresh::uuid).limit(20).toList();
        Instant now = Fresh.instant();
        int batches = 16;

        List<List<Outcome<Put<UuidRegistration>>>> all = Contention.among(
                batches, i -> repositories().uuids().putAll(i % 2 == 0 ? uuids : uuids.reversed(), now));

        assertThat(all.stream().flatMap(List::stream).map(Outcomes::success).filter(Put::inserted))
                .hasSize(uuids.size());
        assertThat(uuids)
                .allSatisfy(
                        uuid -> assertThat(lookUp(uuid).orElseThrow().revision().count())
                                .isEqualTo(batches));
    }

    /** All 128 bits count: the least and the greatest value, and those that differ in a single bit. */
    @Test
    default void addShouldTellEveryBitApart() {
        Uuid uuid = Fresh.uuid();
        long high = uuid.value().getMostSignificantBits();
        long low = uuid.value().getLeastSignificantBits();
        Instant now = Fresh.instant();
        List<UuidRegistration> neighbours = IntStream.range(0, Long.SIZE)
                .boxed()
                .flatMap(bit -> Stream.of(new UUID(high ^ (1L << bit), low), new UUID(high, low ^ (1L << bit))))
                .map(value -> UuidRegistration.first(new Uuid(value), now))
                .toList();

        assertThat(addAll(neighbours)).map(Outcomes::success).isEqualTo(neighbours);
        assertThat(lookUp(uuid)).isEmpty();
        for (UUID extreme : List.of(new UUID(0, 0), new UUID(-1, -1), new UUID(0, -1), new UUID(-1, 0))) {
            Uuid known = new Uuid(extreme);
            repositories().uuids().put(known, now);
            assertThat(lookUp(known).orElseThrow().uuid()).isEqualTo(known);
        }
    }

    @Override
    default String resource() {
        return "UUID";
    }

    @Override
    default String idMember() {
        return "uuid";
    }

    @Override
    default Uuid freshId() {
        return Fresh.uuid();
    }

    @Override
    default UuidRegistration fresh(Instant createdAt) {
        return UuidRegistration.first(Fresh.uuid(), createdAt);
    }

    @Override
    default UuidRegistration namesakeOf(UuidRegistration thing) {
        return UuidRegistration.first(thing.uuid(), Fresh.instant());
    }

    @Override
    default UuidRegistration successorOf(UuidRegistration thing) {
        return thing.touched(
                thing.updatedAt().plus(ThreadLocalRandom.current().nextLong(1, 1_000_000), ChronoUnit.MICROS));
    }

    @Override
    default UuidRegistration at(Revision revision, UuidRegistration thing) {
        return new UuidRegistration(thing.uuid(), thing.updatedAt(), revision);
    }

    @Override
    default Uuid keyOf(UuidRegistration item) {
        return item.uuid();
    }

    @Override
    default Uuid idOf(UuidRegistration thing) {
        return thing.uuid();
    }

    @Override
    default Optional<UuidRegistration> lookUp(Uuid id) {
        return repositories().uuids().find(id);
    }

    @Override
    default UuidRegistration read(Uuid id) {
        return lookUp(id).orElseThrow();
    }

    @Override
    default UuidRegistration add(UuidRegistration thing) {
        return repositories().uuids().add(thing);
    }

    @Override
    default List<Outcome<UuidRegistration>> addAll(List<UuidRegistration> things) {
        return repositories().uuids().addAll(things);
    }

    @Override
    default Put<UuidRegistration> put(Uuid id, Instant now) {
        return repositories().uuids().put(id, now);
    }

    @Override
    default List<Outcome<Put<UuidRegistration>>> putAll(List<Uuid> ids, Instant now) {
        return repositories().uuids().putAll(ids, now);
    }

    @Override
    default UuidRegistration update(Replacement<UuidRegistration> replacement) {
        return repositories().uuids().update(replacement);
    }

    @Override
    default List<Outcome<UuidRegistration>> updateAll(List<Replacement<UuidRegistration>> replacements) {
        return repositories().uuids().updateAll(replacements);
    }

    @Override
    default List<Outcome<UuidRegistration>> restoreAll(List<UuidRegistration> things) {
        return repositories().uuids().restoreAll(things);
    }

    @Override
    default Page<UuidRegistration, Uuid> list(PageRequest<Uuid> request) {
        return repositories().uuids().list(request);
    }

    @Override
    default List<UuidRegistration> storeSome(int count) {
        List<UuidRegistration> uuids = Stream.generate(this::fresh).limit(count).toList();
        return addAll(uuids).stream().map(Outcomes::success).toList();
    }

    @Override
    default void disturb() {
        put(Fresh.uuid(), Fresh.instant());
    }
}
