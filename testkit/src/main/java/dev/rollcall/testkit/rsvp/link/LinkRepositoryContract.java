package dev.rollcall.testkit.rsvp.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.testkit.contract.ListContract;
import dev.rollcall.testkit.fixture.Fresh;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link LinkRepository} promises of answer links. */
public interface LinkRepositoryContract extends ListContract<AnswerLink, String> {

    /** A link is found by its hash. */
    @Test
    default void findShouldGiveWhatWasAdded() {
        EventId event = new EventId("~".repeat(32) + Fresh.word());
        AnswerLink longest = new AnswerLink(
                Fresh.hash(), new InvitationKey(event, InvitationId.of(event, Fresh.email())), Integer.MAX_VALUE);
        AnswerLink other = Fresh.answerLink();

        links().addAll(List.of(longest, other));

        assertThat(links().find(longest.hash())).contains(longest);
        assertThat(links().find(other.hash())).contains(other);
        assertThat(links().find(Fresh.hash())).isEmpty();
        assertThat(links().find("")).isEmpty();
    }

    /** A link that is there stays, and its neighbours are stored. */
    @Test
    default void addAllShouldNotChangeStoredThings() {
        AnswerLink known = storeSome(1).getFirst();
        AnswerLink other = Fresh.answerLink();

        links().addAll(List.of(known, other));
        links().addAll(List.of());

        assertThat(links().find(known.hash())).contains(known);
        assertThat(links().find(other.hash())).contains(other);
    }

    /** As many as one step of a mailing has. */
    @Test
    default void addAllShouldStoreALargeBatch() {
        assertThat(storeSome(500))
                .allSatisfy(link -> assertThat(links().find(link.hash())).contains(link));
    }

    /** The port under test. */
    private LinkRepository links() {
        return repositories().links();
    }

    @Override
    default Page<AnswerLink, String> list(PageRequest<String> request) {
        return links().list(request);
    }

    @Override
    default String keyOf(AnswerLink item) {
        return item.hash();
    }

    @Override
    default List<AnswerLink> storeSome(int count) {
        List<AnswerLink> added = Stream.generate(Fresh::answerLink).limit(count).toList();
        links().addAll(added);
        return added;
    }

    @Override
    default void disturb() {
        links().addAll(List.of(Fresh.answerLink()));
    }
}
