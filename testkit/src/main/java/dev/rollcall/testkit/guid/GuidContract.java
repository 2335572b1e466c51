package dev.rollcall.testkit.guid;

import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.testkit.contract.AddContract;
import dev.rollcall.testkit.contract.RemoveContract;
import dev.rollcall.testkit.contract.UpdateContract;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** What the contracts of GUIDs have in common. */
interface GuidContract
        extends AddContract<GuidRegistration, Guid>,
                UpdateContract<GuidRegistration, Guid>,
                RemoveContract<GuidRegistration, Guid> {

    @Override
    default String resource() {
        return "GUID";
    }

    @Override
    default String idMember() {
        return "guid";
    }

    @Override
    default GuidRegistration fresh(Instant createdAt) {
        return new GuidRegistration(Fresh.guid(), Fresh.guidUser(), Fresh.NEVER, Revision.first(createdAt));
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
    default Guid idOf(GuidRegistration thing) {
        return thing.guid();
    }

    @Override
    default Optional<GuidRegistration> lookUp(Guid id) {
        return repositories().guids().find(id, NOW);
    }

    @Override
    default GuidRegistration add(GuidRegistration thing) {
        return repositories().guids().add(thing, NOW);
    }

    @Override
    default List<Outcome<GuidRegistration>> addAll(List<GuidRegistration> things) {
        return repositories().guids().addAll(things, NOW);
    }

    @Override
    default GuidRegistration storeAgain(GuidRegistration former, Instant createdAt) {
        return add(new GuidRegistration(former.guid(), Fresh.guidUser(), Fresh.NEVER, Revision.first(createdAt)));
    }

    @Override
    default GuidRegistration update(Replacement<GuidRegistration> replacement) {
        return repositories().guids().update(replacement, NOW);
    }

    @Override
    default List<Outcome<GuidRegistration>> updateAll(List<Replacement<GuidRegistration>> replacements) {
        return repositories().guids().updateAll(replacements, NOW);
    }

    @Override
    default Guid remove(Removal<Guid> removal) {
        return repositories().guids().remove(removal, NOW);
    }

    @Override
    default List<Outcome<Guid>> removeAll(List<Removal<Guid>> removals) {
        return repositories().guids().removeAll(removals, NOW);
    }
}
