package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Page;
import dev.rollcall.PageRequest;
import dev.rollcall.rsvp.EventId;
import dev.rollcall.rsvp.LinkRepository;
import dev.rollcall.rsvp.SecretLink;
import dev.rollcall.rsvp.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link LinkRepository} promises of secret links. */
public interface SecretLinkContract extends ListContract<SecretLink, String> {

    /** Making another link ends the one before. */
    @Test
    default void putAllShouldReplaceTheLinkOfASubject() {
        SecretLink known = storeSome(1).getFirst();
        SecretLink next = new SecretLink(known.subject(), Fresh.hash());
        SecretLink other = fresh();
        assertThat(links().findSecret(known.subject())).contains(known);

        links().putAll(List.of(next, other));
        links().putAll(List.of());

        assertThat(links().findSecret(known.subject())).contains(next);
        assertThat(links().findSecret(other.subject())).contains(other);
        assertThat(links().findSecret(fresh().subject())).isEmpty();
    }

    /** An event and a user of one id are two, and so are two ids that differ by case. */
    @Test
    default void putAllShouldTellSubjectsApart() {
        String word = Fresh.word() + "a".repeat(31);
        List<SecretLink> known = Stream.of(
                        SecretLink.subject(new EventId(word + "b")),
                        SecretLink.subject(new EventId(word + "B")),
                        SecretLink.subject(new UserId(word + "b")),
                        SecretLink.subject(new UserId(word + "B")))
                .map(subject -> new SecretLink(subject, Fresh.hash()))
                .toList();

        links().putAll(known);

        assertThat(known)
                .allSatisfy(
                        link -> assertThat(links().findSecret(link.subject())).contains(link));
    }

    /** More than one statement or request takes. */
    @Test
    default void putAllShouldStoreALargeBatch() {
        assertThat(storeSome(300))
                .allSatisfy(
                        link -> assertThat(links().findSecret(link.subject())).contains(link));
    }

    private LinkRepository links() {
        return repositories().links();
    }

    private static SecretLink fresh() {
        return new SecretLink(SecretLink.subject(new EventId(Fresh.word())), Fresh.hash());
    }

    @Override
    default Page<SecretLink, String> list(PageRequest<String> request) {
        return links().listSecrets(request);
    }

    @Override
    default String keyOf(SecretLink item) {
        return item.subject();
    }

    @Override
    default List<SecretLink> storeSome(int count) {
        List<SecretLink> added =
                Stream.generate(SecretLinkContract::fresh).limit(count).toList();
        links().putAll(added);
        return added;
    }

    @Override
    default void disturb() {
        SecretLink link = fresh();
        links().putAll(List.of(link));
        links().putAll(List.of(new SecretLink(link.subject(), Fresh.hash())));
    }
}
