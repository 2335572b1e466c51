package dev.rollcall.testkit.rsvp.user;

import static dev.rollcall.testkit.contract.Outcomes.failure;
import static dev.rollcall.testkit.contract.Outcomes.refused;
import static dev.rollcall.testkit.contract.Outcomes.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.ConflictException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.fixture.AwkwardTexts;
import dev.rollcall.testkit.fixture.Events;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link UserRepository} promises. */
public interface UserRepositoryContract extends UserAddressContract, UserRestoreContract {

    /** Ids differ by case and by every other character. */
    @Test
    default void addShouldTellIdsApartByTheirCase() {
        String word = Fresh.word();
        List<User> users = Stream.of("a", "A", ".", "_", "-", "~", "a".repeat(32), "A".repeat(32))
                .map(ending -> Fresh.user(new UserId(word + ending), Fresh.email()))
                .toList();

        assertThat(addAll(users)).map(Outcomes::success).isEqualTo(users);
        assertThat(users).allSatisfy(user -> assertThat(lookUp(user.id())).contains(user));
    }

    /** Names come back as they are, the longest and the absent too; so do addresses with the white space around them. */
    @Test
    default void addShouldKeepNamesAndAddressesAsTyped() {
        String address = Fresh.word() + "@Example.ORG";
        User padded =
                Fresh.user(Fresh.userId(), new EmailAddress(" ".repeat(320 - address.length() - 1) + address + " "));
        User nameless = named(Optional.empty());
        List<User> users = Stream.concat(
                        Stream.of(padded, nameless),
                        AwkwardTexts.lines(200).map(name -> named(Optional.of(new UserName(name)))))
                .toList();

        assertThat(addAll(users)).map(Outcomes::success).isEqualTo(users);
        assertThat(users).allSatisfy(user -> assertThat(lookUp(user.id())).contains(user));
    }

    /** An update may set a name where there is none, and take it away. */
    @Test
    default void updateShouldSetAndClearTheName() {
        User nameless = add(named(Optional.empty()));
        User named = update(replace(nameless, renamed(nameless, Optional.of(new UserName("Ann")))));
        User again = update(replace(named, renamed(named, Optional.empty())));

        assertThat(named.name()).contains(new UserName("Ann"));
        assertThat(lookUp(nameless.id())).contains(again);
        assertThat(again.name()).isEmpty();
    }

    /** The times of a user are kept to the microsecond, the creation whatever is written later. */
    @Test
    default void updateShouldKeepEveryMomentToTheMicrosecond() {
        assertThat(AWKWARD_MOMENTS).allSatisfy(moment -> {
            User user = add(fresh());
            User next = new User(
                    user.id(),
                    user.email(),
                    user.name(),
                    moment,
                    user.revision().next());

            assertThat(update(replace(user, next))).isEqualTo(next);
            assertThat(lookUp(user.id())).contains(next);
        });
    }

    /** Who organizes events stays until these are gone or another's; a stale revision is found first. */
    @Test
    default void removeShouldFailWhileTheUserOrganizesEvents() {
        User user = add(fresh());
        User other = add(fresh());
        Removal<UserId> removal = new Removal<>(user.id(), user.revision());
        Event removed = repositories().events().add(Fresh.event(user.id(), Fresh.instant()));
        Event handedOn = repositories().events().add(Fresh.event(user.id(), Fresh.instant()));

        assertOrganizes(user, removal);
        refused(
                PreconditionFailedException.class,
                () -> remove(new Removal<>(user.id(), user.revision().next())));
        repositories().events().remove(new Removal<>(removed.id(), removed.revision()));
        assertOrganizes(user, removal);
        repositories().events().update(new Replacement<>(Events.handedTo(other.id(), handedOn), handedOn.revision()));

        assertThat(remove(removal)).isEqualTo(user.id());
        assertThat(lookUp(user.id()).isPresent()).isFalse();
    }

    /** In a batch, too, who organizes events stays and the others go. */
    @Test
    default void removeAllShouldRemoveTheNeighboursOfOneWhoOrganizesEvents() {
        User first = add(fresh());
        User organizer = add(fresh());
        User last = add(fresh());
        repositories().events().add(Fresh.event(organizer.id(), Fresh.instant()));

        List<Outcome<UserId>> outcomes = removeAll(Stream.of(first, organizer, last)
                .map(user -> new Removal<>(user.id(), user.revision()))
                .toList());

        assertThat(outcomes).hasSize(3);
        assertThat(success(outcomes.get(0))).isEqualTo(first.id());
        assertThat(failure(outcomes.get(1), ConflictException.class).id())
                .isEqualTo(organizer.id().value());
        assertThat(success(outcomes.get(2))).isEqualTo(last.id());
        assertThat(lookUp(organizer.id()).isPresent()).isTrue();
    }

    /** An update, too, does not take a user for an earlier one of the same id. */
    @Test
    default void updateShouldNotTakeAUserForAnEarlierOneOfTheSameId() {
        User former = add(fresh());
        remove(new Removal<>(former.id(), former.revision()));
        User present = storeAgain(former, former.createdAt().plusNanos(1000));

        refused(PreconditionFailedException.class, () -> update(replace(former, successorOf(former))));
        assertThat(lookUp(former.id())).contains(present);
    }

    private void assertOrganizes(User user, Removal<UserId> removal) {
        ConflictException refusal = refused(ConflictException.class, () -> remove(removal));

        assertThat(refusal.resource()).isEqualTo("user");
        assertThat(refusal.id()).isEqualTo(user.id().value());
        assertThat(lookUp(user.id())).contains(user);
    }

    private static User named(Optional<UserName> name) {
        User user = Fresh.user(Fresh.instant());
        return new User(user.id(), user.email(), name, user.updatedAt(), user.revision());
    }

    private static User renamed(User user, Optional<UserName> name) {
        return new User(
                user.id(), user.email(), name, user.updatedAt(), user.revision().next());
    }

    @Override
    default Optional<User> lookUp(UserId id) {
        return repositories().users().find(id);
    }

    @Override
    default User add(User thing) {
        return repositories().users().add(thing);
    }

    @Override
    default List<Outcome<User>> addAll(List<User> things) {
        return repositories().users().addAll(things);
    }

    @Override
    default User storeAgain(User former, Instant createdAt) {
        User model = Fresh.user(createdAt);
        return add(new User(former.id(), model.email(), model.name(), model.updatedAt(), model.revision()));
    }

    @Override
    default List<User> storeSome(int count) {
        List<User> users = Stream.generate(this::fresh).limit(count).toList();
        return addAll(users).stream().map(Outcomes::success).toList();
    }

    @Override
    default void disturb() {
        User guest = add(fresh());
        User changed = update(replace(guest, successorOf(guest)));
        remove(new Removal<>(changed.id(), changed.revision()));
    }

    @Override
    default User update(Replacement<User> replacement) {
        return repositories().users().update(replacement);
    }

    @Override
    default List<Outcome<User>> updateAll(List<Replacement<User>> replacements) {
        return repositories().users().updateAll(replacements);
    }

    @Override
    default UserId remove(Removal<UserId> removal) {
        return repositories().users().remove(removal);
    }

    @Override
    default List<Outcome<UserId>> removeAll(List<Removal<UserId>> removals) {
        return repositories().users().removeAll(removals);
    }

    @Override
    default Page<User, UserId> list(PageRequest<UserId> request) {
        return repositories().users().list(request);
    }
}
