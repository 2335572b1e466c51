package dev.rollcall.testkit.rsvp.user;

import static dev.rollcall.testkit.contract.Outcomes.failure;
import static dev.rollcall.testkit.contract.Outcomes.refused;
import static dev.rollcall.testkit.contract.Outcomes.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.AlreadyExistsException.Taken;
import dev.rollcall.error.ConflictException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import dev.rollcall.testkit.contract.RestoreThenUpdateContract;
import dev.rollcall.testkit.fixture.Fresh;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Users as they are elsewhere, who keep to the addresses and the events that are here. */
interface UserRestoreContract extends UserContract, RestoreThenUpdateContract<User, UserId> {

    @Override
    default List<Outcome<User>> restoreAll(List<User> things) {
        return repositories().users().restoreAll(things);
    }

    @Override
    default User at(Revision revision, User thing) {
        return new User(thing.id(), thing.email(), thing.name(), thing.updatedAt(), revision);
    }

    @Test
    default void restoreAllShouldKeepEveryMemberOfAUser() {
        User full = new User(
                Fresh.userId(),
                new EmailAddress("  " + Fresh.word().toUpperCase(Locale.ROOT) + "@Bücher.Example "),
                Optional.of(new UserName("Änn 😀 O'Hara")),
                Fresh.instant(),
                new Revision(Fresh.instant(), 3));
        User bare = new User(
                full.id(),
                Fresh.email(),
                Optional.empty(),
                Fresh.instant(),
                full.revision().next());

        assertThat(restore(full)).isEqualTo(full);
        assertStored(List.of(full));
        assertThat(restore(bare)).isEqualTo(bare);
        assertStored(List.of(bare));
    }

    @Test
    default void restoreAllShouldFailWhereTheAddressIsAnotherUsers() {
        User owner = add(fresh());
        User known = add(fresh());
        User first = fresh();
        User newcomer = Fresh.user(Fresh.userId(), owner.email());
        User moved = withEmail(spelledAnew(owner.email()), known);
        User last = fresh();

        List<Outcome<User>> outcomes = restoreAll(List.of(first, newcomer, moved, last));

        assertThat(outcomes).hasSize(4);
        assertThat(success(outcomes.get(0))).isEqualTo(first);
        assertThat(failure(outcomes.get(1), AlreadyExistsException.class).taken())
                .containsExactly(new Taken("email", newcomer.email().typed()));
        assertThat(failure(outcomes.get(2), AlreadyExistsException.class).taken())
                .containsExactly(new Taken("email", moved.email().typed()));
        assertThat(success(outcomes.get(3))).isEqualTo(last);
        assertThat(lookUp(newcomer.id())).isEmpty();
        assertStored(List.of(owner, known, first, last));
    }

    @Test
    default void restoreAllShouldTakeTheAddressOfANewUser() {
        User restored = restore(fifth());

        refused(AlreadyExistsException.class, () -> add(Fresh.user(Fresh.userId(), restored.email())));
    }

    @Test
    default void restoreAllShouldFreeTheFormerAddressAndTakeTheNewOne() {
        User former = add(fresh());
        User moved = restore(withEmail(Fresh.email(), former));

        User heir = restore(Fresh.user(Fresh.userId(), former.email()));

        refused(AlreadyExistsException.class, () -> add(Fresh.user(Fresh.userId(), moved.email())));
        assertStored(List.of(moved, heir));
    }

    @Test
    default void restoreAllShouldTakeAnotherSpellingOfTheSameAddress() {
        User former = add(fresh());
        User next = withEmail(spelledAnew(former.email()), former);

        assertThat(restore(next)).isEqualTo(next);
        assertStored(List.of(next));
        refused(AlreadyExistsException.class, () -> add(Fresh.user(Fresh.userId(), former.email())));
    }

    @Test
    default void restoreAllShouldLeaveAddressesAloneWhereItRefuses() {
        User present = restore(successorOf(fifth()));
        User refused = withEmail(Fresh.email(), at(Revision.first(present.createdAt()), present));

        assertConflict(refused);
        assertThat(add(Fresh.user(Fresh.userId(), refused.email())).email()).isEqualTo(refused.email());
        refused(AlreadyExistsException.class, () -> add(Fresh.user(Fresh.userId(), present.email())));
    }

    @Test
    default void restoreAllShouldLeaveTheirEventsToWhomItReplaces() {
        User organizer = add(fresh());
        Event event = repositories().events().add(Fresh.event(organizer.id(), Fresh.instant()));
        User later = restore(successorOf(organizer));
        Removal<UserId> removal = new Removal<>(later.id(), later.revision());

        refused(ConflictException.class, () -> remove(removal));
        repositories().events().remove(new Removal<>(event.id(), event.revision()));
        assertThat(remove(removal)).isEqualTo(later.id());
    }

    private static EmailAddress spelledAnew(EmailAddress email) {
        return new EmailAddress(" " + email.typed().toUpperCase(Locale.ROOT));
    }

    private static User withEmail(EmailAddress email, User user) {
        return new User(
                user.id(), email, user.name(), user.updatedAt(), user.revision().next());
    }
}
