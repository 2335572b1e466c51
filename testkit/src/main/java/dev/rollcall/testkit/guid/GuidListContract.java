package dev.rollcall.testkit.guid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.testkit.contract.ListContract;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of all GUIDs that have not expired, of all users. */
interface GuidListContract extends GuidContract, ListContract<GuidRegistration, Guid> {

    @Override
    default Page<GuidRegistration, Guid> list(PageRequest<Guid> request) {
        return repositories().guids().list(request, NOW);
    }

    @Override
    default Guid keyOf(GuidRegistration item) {
        return item.guid();
    }

    @Override
    default List<GuidRegistration> storeSome(int count) {
        List<GuidRegistration> guids = Stream.generate(this::fresh).limit(count).toList();
        return addAll(guids).stream().map(Outcomes::success).toList();
    }

    @Override
    default void disturb() {
        GuidRegistration guest = add(fresh());
        GuidRegistration changed = update(replace(guest, successorOf(guest)));
        remove(new Removal<>(changed.guid(), changed.revision()));
    }

    /** Expired GUIDs are not listed from their very second on, and take no place in a page. */
    @Test
    default void listShouldLeaveOutTheExpired() {
        Instant expiry = NOW.minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        List<GuidRegistration> expiring = Stream.generate(() -> Fresh.guid(Fresh.guidUser(), new Expiry(expiry)))
                .limit(60)
                .toList();
        repositories().guids().addAll(expiring, expiry.minusSeconds(60)).forEach(Outcomes::success);
        List<GuidRegistration> living = storeSome(5);

        assertThat(listAt(expiry.minusNanos(1000))).containsAll(expiring).containsAll(living);
        assertThat(listAt(expiry)).containsAll(living).doesNotContainAnyElementsOf(expiring);
        assertThat(Listing.filled(request -> repositories().guids().list(request, expiry), PageRequest.<Guid>first(5))
                        .items())
                .hasSize(5);
    }

    private List<GuidRegistration> listAt(Instant now) {
        return Listing.<GuidRegistration, Guid>all(
                request -> repositories().guids().list(request, now), PageRequest.MAX_LIMIT);
    }
}
