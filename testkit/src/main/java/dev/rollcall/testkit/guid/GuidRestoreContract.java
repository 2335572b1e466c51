package dev.rollcall.testkit.guid;

import static dev.rollcall.testkit.contract.Outcomes.failure;
import static dev.rollcall.testkit.contract.Outcomes.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.ConflictException;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidRepository;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Revision;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.contract.RestoreThenUpdateContract;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GUIDs as they are elsewhere, in the place of those that are expired here. */
interface GuidRestoreContract extends GuidContract, RestoreThenUpdateContract<GuidRegistration, Guid> {

    @Override
    default List<Outcome<GuidRegistration>> restoreAll(List<GuidRegistration> things) {
        return repositories().guids().restoreAll(things, NOW);
    }

    @Override
    default GuidRegistration at(Revision revision, GuidRegistration thing) {
        return new GuidRegistration(thing.guid(), thing.user(), thing.expiry(), revision);
    }

    @Test
    default void restoreAllShouldReplaceAnExpiredGuidFromTheVerySecondOn() {
        Instant expiry = NOW.minusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        GuidRepository guids = repositories().guids();
        GuidRegistration expired = guids.add(Fresh.guid(Fresh.guidUser(), new Expiry(expiry)), expiry.minusSeconds(1));
        GuidRegistration first = fresh();
        GuidRegistration heir = namesakeOf(expired);
        GuidRegistration last = fifth();
        List<GuidRegistration> given = List.of(first, heir, last);

        List<Outcome<GuidRegistration>> early = guids.restoreAll(given, expiry.minusNanos(1000));
        List<Outcome<GuidRegistration>> inTime = guids.restoreAll(given, expiry);

        assertThat(early).hasSize(3);
        assertThat(success(early.get(0))).isEqualTo(first);
        assertThat(failure(early.get(1), ConflictException.class).id())
                .isEqualTo(expired.guid().toString());
        assertThat(success(early.get(2))).isEqualTo(last);
        assertThat(inTime).map(Outcomes::success).isEqualTo(given);
        assertStored(given);
        assertThat(guids.list(heir.user(), PageRequest.first(10), NOW).items()).containsExactly(heir);
        assertThat(guids.list(expired.user(), PageRequest.first(10), expiry.minusSeconds(1))
                        .items())
                .isEmpty();
    }

    @Test
    default void restoreAllShouldMoveAGuidToItsNewUser() {
        GuidRegistration former = add(fresh());
        GuidRegistration moved = restore(successorOf(former));
        GuidRepository guids = repositories().guids();

        assertThat(guids.list(former.user(), PageRequest.first(10), NOW).items())
                .isEmpty();
        assertThat(guids.list(moved.user(), PageRequest.first(10), NOW).items()).containsExactly(moved);
    }
}
