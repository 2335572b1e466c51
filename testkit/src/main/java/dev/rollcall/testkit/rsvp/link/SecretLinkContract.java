package dev.rollcall.testkit.rsvp.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.link.SecretLink;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.testkit.contract.ListContract;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link LinkRepository} promises of secret links. */
public interface SecretLinkContract extends ListContract<SecretLink, String> {

    /** How often a race is run, so that each order of its parts comes up. */
    int RACES = 20;

    /** Making another link ends the one before. */
    @Test
    default void putAllShouldReplaceTheLinkOfASubject() {
        SecretLink known = storeSome(1).getFirst();
        SecretLink next = new SecretLink(known.owner(), Fresh.hash());
        SecretLink other = link(storedUser());
        assertThat(links().findSecret(known.owner())).contains(known);

        assertThat(links().putAll(List.of(next, other))).containsExactly(Outcome.success(next), Outcome.success(other));
        assertThat(links().putAll(List.of())).isEmpty();

        assertThat(links().findSecret(known.owner())).contains(next);
        assertThat(links().findSecret(other.owner())).contains(other);
        assertThat(links().findSecret(LinkOwner.of(storedUser()))).isEmpty();
    }

    /** The links of a batch are stored one after the other. */
    @Test
    default void putAllShouldKeepTheLastLinkOfASubject() {
        User user = storedUser();
        SecretLink first = link(user);
        SecretLink last = new SecretLink(first.owner(), Fresh.hash());

        assertThat(links().putAll(List.of(first, last))).containsExactly(Outcome.success(first), Outcome.success(last));

        assertThat(links().findSecret(first.owner())).contains(last);
    }

    /** An event and a user of one id are two, and so are two ids that differ by case. */
    @Test
    default void putAllShouldTellSubjectsApart() {
        String word = Fresh.word() + "a".repeat(31);
        List<User> users = Stream.of(word + "b", word + "B")
                .map(id -> repositories().users().add(Fresh.user(new UserId(id), Fresh.email())))
                .toList();
        List<SecretLink> known = Stream.concat(
                        users.stream().map(SecretLinkContract::link),
                        users.stream()
                                .map(user ->
                                        link(storedEvent(new EventId(user.id().value()), user))))
                .toList();

        store(known);

        assertThat(known)
                .allSatisfy(link -> assertThat(links().findSecret(link.owner())).contains(link));
    }

    /** More than one statement or request takes. */
    @Test
    default void putAllShouldStoreALargeBatch() {
        assertThat(storeSome(300))
                .allSatisfy(link -> assertThat(links().findSecret(link.owner())).contains(link));
    }

    /** Each link without an owner fails alone, and says what is missing. */
    @Test
    default void putAllShouldRefuseALinkWithoutItsOwner() {
        User user = storedUser();
        SecretLink ofNobody = link(Fresh.user(Fresh.instant()));
        SecretLink ofNoEvent = link(Fresh.event(user.id(), Fresh.instant()));
        SecretLink good = link(user);

        List<Outcome<SecretLink>> outcomes = links().putAll(List.of(ofNobody, ofNoEvent, good));

        assertMissing(outcomes.get(0), "user", ofNobody);
        assertMissing(outcomes.get(1), "event", ofNoEvent);
        assertThat(outcomes.get(2)).isEqualTo(Outcome.success(good));
        assertThat(links().findSecret(ofNobody.owner())).isEmpty();
        assertThat(links().findSecret(ofNoEvent.owner())).isEmpty();
        assertThat(links().findSecret(good.owner())).contains(good);
    }

    /** An owner of the same id that was created at another time is another. */
    @Test
    default void aLinkShouldBeOfOneOwnerAndNotOfItsNamesake() {
        SecretLink known = storeSome(1).getFirst();
        LinkOwner owner = known.owner();
        LinkOwner namesake =
                new LinkOwner(owner.type(), owner.id(), owner.createdAt().plusNanos(1_000));

        assertThat(links().findSecret(namesake)).isEmpty();
        assertMissing(
                links().putAll(List.of(new SecretLink(namesake, Fresh.hash()))).getFirst(), "user", known);

        assertThat(links().findSecret(owner)).contains(known);
    }

    /** Not even where the next owner of the id was created at the same microsecond. */
    @Test
    default void aUsersLinkShouldGoWithItsUser() {
        User user = storedUser();
        SecretLink link = store(link(user));

        UserId removed = repositories().users().remove(new Removal<>(user.id(), user.revision()));

        assertThat(links().findSecret(link.owner())).isEmpty();
        assertThat(repositories().users().add(user)).isEqualTo(user);
        assertThat(links().findSecret(link.owner())).as("a link of %s", removed).isEmpty();
    }

    /** The link of its organizer stays. */
    @Test
    default void anEventsLinkShouldGoWithItsEvent() {
        User organizer = storedUser();
        SecretLink ofOrganizer = store(link(organizer));
        Event event = storedEvent(new EventId(Fresh.word()), organizer);
        SecretLink link = store(link(event));

        EventId removed = repositories().events().remove(new Removal<>(event.id(), event.revision()));

        assertThat(links().findSecret(link.owner())).isEmpty();
        assertThat(repositories().events().add(event)).isEqualTo(event);
        assertThat(links().findSecret(link.owner())).as("a link of %s", removed).isEmpty();
        assertThat(links().findSecret(ofOrganizer.owner())).contains(ofOrganizer);
    }

    /** A removal that is refused leaves the link, and so does a change of the owner. */
    @Test
    default void aLinkShouldStayWithItsOwner() {
        User user = storedUser();
        SecretLink link = store(link(user));
        User next = new User(
                user.id(),
                Fresh.email(),
                user.name(),
                user.updatedAt(),
                user.revision().next());

        assertThat(repositories().users().update(new Replacement<>(next, user.revision())))
                .isEqualTo(next);
        assertThat(repositories().users().removeAll(List.of(new Removal<>(user.id(), user.revision()))))
                .allMatch(Outcome.Failure.class::isInstance);

        assertThat(links().findSecret(link.owner())).contains(link);
    }

    /** Whether the link or the removal comes first: behind both there is no link. */
    @Test
    default void noLinkShouldBeStoredBehindTheRemovalOfItsOwner() {
        for (int race = 0; race < RACES; race++) {
            User user = storedUser();
            Removal<UserId> removal = new Removal<>(user.id(), user.revision());
            List<Boolean> done = Contention.among(
                    4,
                    number -> number == 0
                            ? repositories().users().remove(removal).equals(user.id())
                            : links().putAll(List.of(link(user))).getFirst() instanceof Outcome.Success);
            assertThat(done.getFirst()).isTrue();

            assertThat(repositories().users().add(user)).isEqualTo(user);
            assertThat(links().findSecret(LinkOwner.of(user))).isEmpty();
        }
    }

    private LinkRepository links() {
        return repositories().links();
    }

    private User storedUser() {
        return repositories().users().add(Fresh.user(Fresh.instant()));
    }

    private Event storedEvent(EventId id, User organizer) {
        Event event = Fresh.event(organizer.id(), Fresh.instant());
        return repositories().events().add(Fresh.event(id, event.details(), event.createdAt()));
    }

    private SecretLink store(SecretLink link) {
        return store(List.of(link)).getFirst();
    }

    private List<SecretLink> store(List<SecretLink> given) {
        return links().putAll(given).stream().map(Outcome::orThrow).toList();
    }

    private static SecretLink link(User user) {
        return new SecretLink(LinkOwner.of(user), Fresh.hash());
    }

    private static SecretLink link(Event event) {
        return new SecretLink(LinkOwner.of(event), Fresh.hash());
    }

    private static void assertMissing(Outcome<SecretLink> outcome, String resource, SecretLink link) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failure.class,
                        failure -> assertThat(failure.cause())
                                .isInstanceOfSatisfying(NotFoundException.class, missing -> {
                                    assertThat(missing.resource()).isEqualTo(resource);
                                    assertThat(missing.id())
                                            .isEqualTo(link.owner().id());
                                }));
    }

    @Override
    default Page<SecretLink, String> list(PageRequest<String> request) {
        return links().listSecrets(request);
    }

    @Override
    default String keyOf(SecretLink item) {
        return item.owner().subject();
    }

    @Override
    default List<SecretLink> storeSome(int count) {
        List<User> users =
                Stream.generate(() -> Fresh.user(Fresh.instant())).limit(count).toList();
        return store(repositories().users().addAll(users).stream()
                .map(Outcome::orThrow)
                .map(SecretLinkContract::link)
                .toList());
    }

    @Override
    default void disturb() {
        SecretLink link = storeSome(1).getFirst();
        SecretLink replaced = store(new SecretLink(link.owner(), Fresh.hash()));
        assertThat(replaced.owner()).isEqualTo(link.owner());
    }
}
