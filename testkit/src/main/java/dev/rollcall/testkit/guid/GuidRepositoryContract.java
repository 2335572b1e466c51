package dev.rollcall.testkit.guid;

import dev.rollcall.expiry.ExpiringRecords;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidRepository;
import dev.rollcall.port.Revision;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** What {@link GuidRepository} promises. */
public interface GuidRepositoryContract extends GuidsOfUserContract {

    @Override
    default ExpiringRecords<GuidRegistration, Guid> records() {
        return repositories().guids();
    }

    @Override
    default String resource() {
        return "GUID";
    }

    @Override
    default String idMember() {
        return "guid";
    }

    @Override
    default Guid idOf(GuidRegistration thing) {
        return thing.guid();
    }

    @Override
    default GuidRegistration fresh(Instant createdAt) {
        return new GuidRegistration(Fresh.guid(), Fresh.guidUser(), Fresh.NEVER, Revision.first(createdAt));
    }

    @Override
    default GuidRegistration freshUntil(Expiry expiry) {
        return Fresh.guid(Fresh.guidUser(), expiry);
    }

    @Override
    default GuidRegistration namesakeOf(GuidRegistration thing) {
        return new GuidRegistration(thing.guid(), Fresh.guidUser(), Fresh.NEVER, Revision.first(Fresh.instant()));
    }

    @Override
    default GuidRegistration successorOf(GuidRegistration thing) {
        Expiry next = new Expiry(NOW.plusSeconds(ThreadLocalRandom.current().nextLong(1, 1_000_000_000)));
        return new GuidRegistration(
                thing.guid(), Fresh.guidUser(), next, thing.revision().next());
    }

    @Override
    default GuidRegistration at(Revision revision, GuidRegistration thing) {
        return new GuidRegistration(thing.guid(), thing.user(), thing.expiry(), revision);
    }
}
