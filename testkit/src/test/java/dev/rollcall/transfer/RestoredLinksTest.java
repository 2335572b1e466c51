package dev.rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.port.Outcome;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.SecretLink;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.storage.Repositories;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.transfer.codec.Members;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A secret link is restored for the owner that it was made for, and for nobody else of the same id. */
class RestoredLinksTest {

    private static final Instant NOW = Fresh.instant();

    private final Repositories target = new InMemoryStore().repositories();
    private final User owner = target.users().add(Fresh.user(NOW));

    @Test
    void aLinkOfTheSameOwnerShouldBeTakenOnceAndAgain() {
        SecretLink link = new SecretLink(LinkOwner.of(owner), Fresh.hash());

        assertThat(restore(link)).isEqualTo(Outcome.success(link));
        assertThat(restore(link)).isEqualTo(Outcome.success(link));

        assertThat(target.links().findSecret(link.owner())).contains(link);
    }

    @Test
    void aLinkOfANamesakeOrOfNobodyShouldBeRefused() {
        LinkOwner namesake = new LinkOwner(LinkOwner.Type.USER, owner.id().value(), NOW.minusSeconds(1));
        LinkOwner nobody = new LinkOwner(LinkOwner.Type.EVENT, owner.id().value(), NOW);

        assertRefused(new SecretLink(namesake, Fresh.hash()), "There is no user");
        assertRefused(new SecretLink(nobody, Fresh.hash()), "There is no event");
    }

    /** Exports of earlier versions don't say when the owner was created. */
    @Test
    void aLinkThatDoesNotSayWhoseItIsShouldBeReadAndRefused() {
        Map<String, String> members = new LinkedHashMap<>(RecordType.SECRET_LINKS
                .write(new SecretLink(LinkOwner.of(owner), Fresh.hash()))
                .values());
        assertThat(members.remove("owner_created_at")).isNotNull();

        assertRefused(RecordType.SECRET_LINKS.read(new Members(members)), "Make a new link.");
    }

    private void assertRefused(SecretLink link, String reason) {
        assertThat(restore(link))
                .isInstanceOfSatisfying(
                        Outcome.Failure.class,
                        refused -> assertThat(refused.cause()).hasMessageContaining(reason));
        assertThat(target.links().findSecret(LinkOwner.of(owner))).isEmpty();
    }

    private Outcome<SecretLink> restore(SecretLink link) {
        return RecordType.SECRET_LINKS.restore(target, List.of(link), NOW).getFirst();
    }
}
