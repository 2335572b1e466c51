package dev.rollcall.persistence.dynamodb.uuid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.dynamodb.DynamoDbStore;
import dev.rollcall.persistence.dynamodb.Stores;
import dev.rollcall.persistence.dynamodb.WatchedClient;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Replacement;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidRegistration;
import dev.rollcall.uuid.UuidRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * A batch of UUIDs that is too large for one transaction is stored as a whole or not at all, even if a writer dies or another
 * one intervenes.
 */
final class UuidBatchesTest {

    private static final String PREFIX = Stores.createTables();
    private static final DynamoDbClient CLIENT = Stores.client();
    private static final DynamoDbStore STORE = Stores.over(CLIENT, PREFIX);
    private static final UuidRepository UUIDS = STORE.repositories().uuids();

    /** Three transactions and the commit. */
    private static final int SIZE = 250;

    private static final int COMMIT = 4;

    @AfterAll
    static void close() {
        STORE.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aWriterThatDiesBeforeTheCommitShouldLeaveNothingVisible(int requests) {
        List<UuidRegistration> batch = batch();

        die(batch, requests);

        assertThat(batch).allSatisfy(one -> assertThat(UUIDS.find(one.uuid())).isEmpty());
        assertThat(list()).doesNotContainAnyElementsOf(batch);
    }

    @Test
    void aWriterThatDiesAfterTheCommitShouldLeaveAll() {
        List<UuidRegistration> batch = batch();

        die(batch, COMMIT);

        assertThat(batch).allSatisfy(one -> assertThat(UUIDS.find(one.uuid())).contains(one));
        assertThat(list()).containsAll(batch);
        UuidRegistration namesake = UuidRegistration.first(batch.getFirst().uuid(), Fresh.instant());
        assertThatThrownBy(() -> UUIDS.add(namesake)).isInstanceOf(AlreadyExistsException.class);
        assertThatThrownBy(() -> UUIDS.addTogether(List.of(namesake))).isInstanceOf(AlreadyExistsException.class);
        assertThat(UUIDS.find(namesake.uuid())).contains(batch.getFirst());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatADeadWriterLeftShouldBeInNobodysWay(int requests) {
        List<UuidRegistration> batch = batch();
        die(batch, requests);
        Uuid added = batch.get(0).uuid();
        Uuid put = batch.get(1).uuid();
        Uuid updated = batch.get(2).uuid();
        Instant now = Fresh.instant();

        assertThat(UUIDS.add(UuidRegistration.first(added, now)).createdAt()).isEqualTo(now);
        assertThat(UUIDS.put(put, now)).isEqualTo(new Put<>(UuidRegistration.first(put, now), true));
        assertThatThrownBy(() -> UUIDS.update(new Replacement<>(
                        batch.get(2).touched(now), batch.get(2).revision())))
                .isInstanceOf(NotFoundException.class);
        UUIDS.addTogether(batch.subList(2, 12));
        UUIDS.addTogether(batch.subList(12, SIZE));

        assertThat(UUIDS.find(added)).contains(UuidRegistration.first(added, now));
        assertThat(UUIDS.find(updated)).contains(batch.get(2));
        assertThat(batch.subList(2, SIZE))
                .allSatisfy(one -> assertThat(UUIDS.find(one.uuid())).contains(one));
        assertThat(list()).containsAll(batch.subList(2, SIZE));
    }

    @Test
    void anyMemberOfABatchShouldBeTouchedLikeAnyOther() {
        List<UuidRegistration> batch = batch();
        UUIDS.addTogether(batch);
        UuidRegistration first = batch.getFirst();
        UuidRegistration last = batch.getLast();
        UuidRegistration touched = first.touched(first.updatedAt().plusSeconds(1));

        assertThat(UUIDS.put(first.uuid(), touched.updatedAt())).isEqualTo(new Put<>(touched, false));
        assertThat(UUIDS.put(last.uuid(), last.updatedAt().minusSeconds(1)).stored())
                .isEqualTo(last.touched(last.updatedAt()));
        assertThat(UUIDS.update(new Replacement<>(
                        batch.get(1).touched(touched.updatedAt()), batch.get(1).revision())))
                .isEqualTo(batch.get(1).touched(touched.updatedAt()));
        assertThat(list()).contains(touched);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void aWriterShouldLearnThatAnotherWasQuicker(int request) {
        List<UuidRegistration> batch = batch();
        int before = items();
        UuidRegistration rival = UuidRegistration.first(batch.getFirst().uuid(), Fresh.instant());

        AlreadyExistsException refusal = catchThrowableOfType(
                AlreadyExistsException.class, () -> addWhile(batch, request, () -> UUIDS.add(rival)));

        assertThat(refusal.taken())
                .containsExactly(
                        new AlreadyExistsException.Taken("uuid", rival.uuid().toString()));
        assertThat(UUIDS.find(rival.uuid())).contains(rival);
        assertThat(items()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aWriterShouldTakeAllBackWhereOneIsTaken(int request) {
        List<UuidRegistration> batch = batch();
        int before = items();
        UuidRegistration rival = UuidRegistration.first(batch.getLast().uuid(), Fresh.instant());

        assertThatThrownBy(() -> addWhile(batch, request, () -> UUIDS.add(rival)))
                .isInstanceOf(AlreadyExistsException.class);

        assertThat(items()).isEqualTo(before + 1);
        assertThat(list()).doesNotContainAnyElementsOf(batch).contains(rival);
    }

    @Test
    void aWriterWhoseBatchWasAbortedShouldSayThatItMayBeRetried() {
        List<UuidRegistration> batch = batch();
        int before = items();
        UuidRegistration first = batch.getFirst();
        Replacement<UuidRegistration> replacement =
                new Replacement<>(first.touched(first.updatedAt()), first.revision());

        StoreUnavailableException refusal = catchThrowableOfType(
                StoreUnavailableException.class,
                () -> addWhile(
                        batch,
                        COMMIT,
                        () -> assertThatThrownBy(() -> UUIDS.update(replacement))
                                .isInstanceOf(NotFoundException.class)));

        assertThat(refusal.reason()).isEqualTo(Reason.OVERLOADED);
        assertThat(items()).isEqualTo(before);
        UUIDS.addTogether(batch);
        assertThat(list()).containsAll(batch);
    }

    @Test
    void readersShouldSeeAllOrNothingMeanwhile() {
        for (int round = 0; round < 5; round++) {
            List<UuidRegistration> batch = batch();
            AtomicBoolean writing = new AtomicBoolean(true);
            Contention.among(4, number -> {
                if (number == 0) {
                    UUIDS.addTogether(batch);
                    writing.set(false);
                }
                do {
                    UuidRegistration seen = batch.get(number);
                    if (UUIDS.find(seen.uuid()).isPresent()) {
                        assertThat(batch.subList(SIZE - 20, SIZE))
                                .allSatisfy(one ->
                                        assertThat(UUIDS.find(one.uuid())).contains(one));
                    }
                } while (writing.get());
                return number;
            });
            assertThat(batch)
                    .allSatisfy(one -> assertThat(UUIDS.find(one.uuid())).contains(one));
        }
    }

    @Test
    void oneOfACrowdThatSharesAUuidShouldStoreItsBatch() {
        UuidRegistration shared = UuidRegistration.first(Fresh.uuid(), Fresh.instant());
        int crowd = 8;
        List<List<UuidRegistration>> batches = new ArrayList<>();
        for (int i = 0; i < crowd; i++) {
            List<UuidRegistration> batch = new ArrayList<>(batch());
            batch.set(i * 30, shared);
            batches.add(batch);
        }

        List<Outcome<Boolean>> outcomes = Contention.among(
                crowd,
                i -> Outcome.ofSeparate(() -> {
                    UUIDS.addTogether(batches.get(i));
                    return true;
                }));

        assertThat(outcomes).filteredOn(Outcome.Success.class::isInstance).hasSize(1);
        for (int i = 0; i < crowd; i++) {
            boolean stored = outcomes.get(i) instanceof Outcome.Success;
            assertThat(batches.get(i).stream()
                            .filter(one -> !one.equals(shared))
                            .filter(one -> UUIDS.find(one.uuid()).isPresent()))
                    .hasSize(stored ? SIZE - 1 : 0);
        }
        assertThat(UUIDS.find(shared.uuid())).contains(shared);
    }

    private static void die(List<UuidRegistration> batch, int requests) {
        UuidRepository dying = Stores.over(WatchedClient.dyingAfter(requests), PREFIX)
                .repositories()
                .uuids();
        if (requests < COMMIT) {
            assertThatThrownBy(() -> dying.addTogether(batch)).isInstanceOf(WatchedClient.Died.class);
        } else {
            dying.addTogether(batch);
        }
    }

    /** Adds a batch, and does something else before a certain request of it is sent. */
    private static void addWhile(List<UuidRegistration> batch, int request, Runnable meanwhile) {
        DynamoDbClient watched = WatchedClient.watched(number -> {
            if (number == request) {
                meanwhile.run();
            }
        });
        Stores.over(watched, PREFIX).repositories().uuids().addTogether(batch);
    }

    private static List<UuidRegistration> batch() {
        return Stream.generate(() -> UuidRegistration.first(Fresh.uuid(), Fresh.instant()))
                .limit(SIZE)
                .toList();
    }

    private static List<UuidRegistration> list() {
        return Listing.all(UUIDS::list, PageRequest.MAX_LIMIT);
    }

    /** How many items there are, those included that nobody sees. */
    private static int items() {
        return CLIENT
                .scanPaginator(request -> request.tableName(PREFIX + DynamoDbTable.UUIDS.name())
                        .consistentRead(true)
                        .select(Select.COUNT))
                .stream()
                .mapToInt(answer -> answer.count())
                .sum();
    }
}
