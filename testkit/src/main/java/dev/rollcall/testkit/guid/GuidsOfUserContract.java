package dev.rollcall.testkit.guid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.testkit.contract.ExpiryContract;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.fixture.AwkwardTexts;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of the live GUIDs of one user. */
interface GuidsOfUserContract extends ExpiryContract<GuidRegistration, Guid> {

    /** The list of a user has the order of the GUIDs, which is that of their bits without sign, and nobody else's. */
    @Test
    default void listOfAUserShouldGiveTheGuidsOfAUserInTheirOrder() {
        GuidUser user = Fresh.guidUser();
        List<GuidRegistration> sorted = storeFor(user, 25);
        storeFor(Fresh.guidUser(), 5);

        for (int limit : new int[] {1, 7, 24, 25, 26, 100}) {
            assertThat(Listing.<GuidRegistration, Guid>all(request -> listOf(user, request), limit))
                    .isEqualTo(sorted);
        }
    }

    /** Pages meet without a gap, a page that is exactly full is the last one where nothing follows, and then comes nothing. */
    @Test
    default void listOfAUserShouldCutPagesExactly() {
        GuidUser user = Fresh.guidUser();
        List<GuidRegistration> sorted = storeFor(user, 6);

        Page<GuidRegistration, Guid> first = listOf(user, PageRequest.first(3));
        Page<GuidRegistration, Guid> second = listOf(
                user, PageRequest.<Guid>first(3).startingAfter(first.next().orElseThrow()));
        Page<GuidRegistration, Guid> beyond = listOf(
                user, PageRequest.<Guid>first(3).startingAfter(sorted.getLast().guid()));

        assertThat(first.items()).isEqualTo(sorted.subList(0, 3));
        assertThat(first.next()).contains(sorted.get(2).guid());
        assertThat(second.items()).isEqualTo(sorted.subList(3, 6));
        assertThat(second.next()).isEmpty();
        assertThat(beyond.items()).isEmpty();
        assertThat(beyond.next()).isEmpty();
        assertThat(listOf(Fresh.guidUser(), PageRequest.first(3)).items()).isEmpty();
    }

    /** A page starts after its key whether a GUID of that name is still there or not. */
    @Test
    default void listOfAUserShouldGoOnAfterAGuidThatIsGone() {
        GuidUser user = Fresh.guidUser();
        List<GuidRegistration> sorted = storeFor(user, 6);
        GuidRegistration edge = sorted.get(2);
        remove(new Removal<>(edge.guid(), edge.revision()));

        assertThat(listOf(user, PageRequest.<Guid>first(3).startingAfter(edge.guid()))
                        .items())
                .isEqualTo(sorted.subList(3, 6));
    }

    /** Expired GUIDs take no place in a page, however many they are. */
    @Test
    default void listOfAUserShouldFillItsPagesPastTheExpired() {
        GuidUser user = Fresh.guidUser();
        Expiry expiry = new Expiry(NOW);
        repositories()
                .guids()
                .addAll(
                        Stream.generate(() -> Fresh.guid(user, expiry))
                                .limit(60)
                                .toList(),
                        NOW.minusSeconds(60));
        List<GuidRegistration> living = storeFor(user, 5);

        assertThat(Listing.<GuidRegistration, Guid>all(request -> listOf(user, request), 2))
                .isEqualTo(living);
    }

    /** A microsecond before its expiry a GUID is listed, and at the very second it is not. */
    @Test
    default void listOfAUserShouldGiveAGuidUntilItsExpiryAndNotAtThatSecond() {
        GuidRegistration guid = expiringGuid();
        Instant expiry = guid.expiry().at();

        assertThat(listOf(guid.user(), expiry.minusNanos(1000))).containsExactly(guid);
        for (Instant late : List.of(expiry, expiry.plusNanos(1000), expiry.plusSeconds(86_400))) {
            assertThat(listOf(guid.user(), late)).isEmpty();
        }
    }

    /** What replaces an expired GUID is listed, and the expired one is not listed at any moment. */
    @Test
    default void listOfAUserShouldGiveTheHeirOfAnExpiredGuid() {
        GuidRegistration added = expiringGuid();
        GuidRegistration restored = expiringGuid();
        GuidRegistration addedHeir = namesakeOf(added);
        GuidRegistration restoredHeir = namesakeOf(restored);
        add(addedHeir);
        restore(restoredHeir);

        assertThat(listOf(addedHeir.user(), NOW)).containsExactly(addedHeir);
        assertThat(listOf(restoredHeir.user(), NOW)).containsExactly(restoredHeir);
        for (GuidRegistration expired : List.of(added, restored)) {
            assertThat(listOf(expired.user(), NOW)).isEmpty();
            assertThat(listOf(expired.user(), expired.expiry().at().minusSeconds(1)))
                    .isEmpty();
        }
    }

    @Test
    default void restoreAllShouldMoveAGuidToItsNewUser() {
        GuidRegistration former = add(fresh());
        GuidRegistration moved = restore(successorOf(former));

        assertThat(listOf(former.user(), NOW)).isEmpty();
        assertThat(listOf(moved.user(), NOW)).containsExactly(moved);
    }

    /** What stays is listed once while others come, go and change hands. */
    @Test
    default void listOfAUserShouldGiveWhatStaysOnceWhileOthersWrite() {
        GuidUser user = Fresh.guidUser();
        List<GuidRegistration> staying = storeFor(user, 40);
        int writers = 4;
        AtomicInteger writing = new AtomicInteger(writers);
        List<List<GuidRegistration>> passes = Collections.synchronizedList(new ArrayList<>());

        Contention.among(writers + 2, number -> {
            if (number < writers) {
                try {
                    IntStream.range(0, 40).forEach(i -> comeAndGo(user));
                } finally {
                    writing.decrementAndGet();
                }
            } else {
                do {
                    passes.add(Listing.<GuidRegistration, Guid>all(request -> listOf(user, request), 7).stream()
                            .filter(staying::contains)
                            .toList());
                } while (writing.get() > 0);
            }
            return number;
        });

        assertThat(passes).hasSizeGreaterThanOrEqualTo(2).allMatch(staying::equals);
    }

    /** Users differ by case, accents, white space at the end, and every code point up to the 255th. */
    @Test
    default void listOfAUserShouldTellUsersApartByEveryCharacter() {
        List<GuidUser> users = AwkwardTexts.lines(255).map(GuidUser::new).toList();
        List<GuidRegistration> stored =
                users.stream().map(user -> Fresh.guid(user, Fresh.NEVER)).toList();

        assertThat(addAll(stored)).map(Outcomes::success).isEqualTo(stored);

        assertThat(stored).allSatisfy(guid -> {
            assertThat(lookUp(guid.guid())).contains(guid);
            assertThat(listOf(guid.user(), PageRequest.first(10)).items()).containsExactly(guid);
        });
    }

    private Page<GuidRegistration, Guid> listOf(GuidUser user, PageRequest<Guid> request) {
        return repositories().guids().list(user, request, NOW);
    }

    private List<GuidRegistration> listOf(GuidUser user, Instant now) {
        return repositories().guids().list(user, PageRequest.first(10), now).items();
    }

    /** A stored GUID whose expiry lies an hour before the usual moment of these tests. */
    private GuidRegistration expiringGuid() {
        return repositories().guids().add(freshUntil(new Expiry(NOW.minusSeconds(3600))), NOW.minusSeconds(7200));
    }

    private List<GuidRegistration> storeFor(GuidUser user, int count) {
        List<GuidRegistration> guids = Stream.generate(() -> Fresh.guid(user, Fresh.NEVER))
                .limit(count)
                .toList();
        addAll(guids).forEach(Outcomes::success);
        return guids.stream()
                .sorted(Comparator.comparing(guid -> guid.guid().toString()))
                .toList();
    }

    private void comeAndGo(GuidUser user) {
        GuidRegistration guest = add(Fresh.guid(user, Fresh.NEVER));
        GuidRegistration moved = update(replace(guest, successorOf(guest)));
        remove(new Removal<>(moved.guid(), moved.revision()));
    }
}
