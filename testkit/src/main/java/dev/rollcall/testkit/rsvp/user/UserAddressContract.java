package dev.rollcall.testkit.rsvp.user;

import static dev.rollcall.testkit.contract.Outcomes.failure;
import static dev.rollcall.testkit.contract.Outcomes.refused;
import static dev.rollcall.testkit.contract.Outcomes.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.AlreadyExistsException.Taken;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Removal;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** E-mail addresses are unique by their keys: what one user has, no other gets. */
interface UserAddressContract extends UserContract {

    /** Addresses are unique by their key: white space around, case, and the spelling of the domain don't matter. */
    @Test
    default void addShouldFailWhenTheAddressIsTakenInAnotherSpelling() {
        String local = Fresh.word();
        User owner = add(Fresh.user(Fresh.userId(), new EmailAddress(local + ".ä@bücher.example")));

        for (String spelling : List.of(
                local + ".ä@bücher.example",
                "  " + local + ".ä@bücher.example ",
                local.toUpperCase(Locale.ROOT) + ".Ä@Bücher.EXAMPLE",
                local + ".a\u0308@bu\u0308cher.example",
                local + ".ä@xn--bcher-kva.example")) {
            User rival = Fresh.user(Fresh.userId(), new EmailAddress(spelling));

            AlreadyExistsException refusal = refused(AlreadyExistsException.class, () -> add(rival));

            assertThat(refusal.taken()).containsExactly(new Taken("email", spelling));
            assertThat(lookUp(rival.id())).isEmpty();
        }
        assertThat(lookUp(owner.id())).contains(owner);
    }

    /** Addresses with different keys are different, however alike a collation may find them. */
    @Test
    default void addShouldTellAddressesApartByEveryCharacterOfTheirKeys() {
        String local = Fresh.word();
        List<User> users = Stream.of("a", "á", "ä", "ae", "ß", "ss", "😀", "😁", "+a", "-a", "_a", "%a", "'a", "ａ")
                .map(ending -> Fresh.user(Fresh.userId(), new EmailAddress(local + ending + "@example.org")))
                .toList();

        assertThat(addAll(users)).map(Outcomes::success).isEqualTo(users);
        assertThat(users).allSatisfy(user -> assertThat(lookUp(user.id())).contains(user));
    }

    /** Domains that were one by the rules of 2003 are different by those of 2008. */
    @Test
    default void addShouldTellDomainsApartThatIdna2008TellsApart() {
        String local = Fresh.word();
        List<User> users = Stream.of("straße.example", "strasse.example", "βόλος.example", "βόλοσ.example")
                .map(domain -> Fresh.user(Fresh.userId(), new EmailAddress(local + "@" + domain)))
                .toList();

        assertThat(addAll(users)).map(Outcomes::success).isEqualTo(users);
    }

    /** Where both are taken both are named, whether by one user or by two. */
    @Test
    default void addShouldNameEveryMemberThatIsTaken() {
        User first = add(fresh());
        User second = add(fresh());

        for (User rival : List.of(Fresh.user(first.id(), second.email()), Fresh.user(first.id(), first.email()))) {
            AlreadyExistsException refusal = refused(AlreadyExistsException.class, () -> add(rival));

            assertThat(refusal.resource()).isEqualTo("user");
            assertThat(refusal.taken())
                    .containsExactlyInAnyOrder(
                            new Taken("user_id", first.id().value()),
                            new Taken("email", rival.email().typed()));
        }
        assertThat(lookUp(first.id())).contains(first);
        assertThat(lookUp(second.id())).contains(second);
    }

    /** Within a batch the first one gets the address; what fails takes nothing from its neighbours. */
    @Test
    default void addAllShouldGiveAnAddressToTheFirstThatAsksForIt() {
        User known = add(fresh());
        User first = fresh();
        User rival = Fresh.user(Fresh.userId(), first.email());
        User neighbour = fresh();

        List<Outcome<User>> outcomes =
                addAll(List.of(first, rival, neighbour, Fresh.user(Fresh.userId(), known.email())));

        assertThat(outcomes).hasSize(4);
        assertThat(success(outcomes.get(0))).isEqualTo(first);
        assertThat(failure(outcomes.get(1), AlreadyExistsException.class).taken())
                .containsExactly(new Taken("email", first.email().typed()));
        assertThat(success(outcomes.get(2))).isEqualTo(neighbour);
        assertThat(failure(outcomes.get(3), AlreadyExistsException.class).taken())
                .containsExactly(new Taken("email", known.email().typed()));
        assertThat(lookUp(rival.id())).isEmpty();
    }

    /** An item that fails for its id leaves the address that it asked for to a neighbour. */
    @Test
    default void addAllShouldNotReserveTheAddressOfWhatItRefuses() {
        User known = add(fresh());
        User refused = Fresh.user(known.id(), Fresh.email());
        User neighbour = Fresh.user(Fresh.userId(), refused.email());

        List<Outcome<User>> outcomes = addAll(List.of(refused, neighbour));

        assertThat(failure(outcomes.get(0), AlreadyExistsException.class).taken())
                .containsExactly(new Taken("user_id", known.id().value()));
        assertThat(success(outcomes.get(1))).isEqualTo(neighbour);
    }

    /** Of a crowd that asks for one address, one gets it. */
    @Test
    default void addShouldSucceedForOneOfACrowdThatAsksForOneAddress() {
        EmailAddress email = Fresh.email();
        List<User> rivals = IntStream.range(0, Contention.CROWD)
                .mapToObj(i -> Fresh.user(Fresh.userId(), email))
                .toList();

        List<Outcome<User>> outcomes = Contention.among(Contention.CROWD, i -> Outcome.of(() -> add(rivals.get(i))));

        assertThat(Outcomes.successes(outcomes)).hasSize(1);
        assertThat(Outcomes.failures(outcomes, AlreadyExistsException.class))
                .hasSize(Contention.CROWD - 1)
                .allSatisfy(refusal -> assertThat(refusal.taken()).containsExactly(new Taken("email", email.typed())));
        assertThat(rivals.stream().filter(rival -> lookUp(rival.id()).isPresent()))
                .isEqualTo(Outcomes.successes(outcomes));
    }

    /** Another user's address can't be taken over, and the attempt changes nothing. */
    @Test
    default void updateShouldFailWhenTheAddressIsAnotherUsers() {
        User owner = add(fresh());
        User user = add(fresh());

        AlreadyExistsException refusal =
                refused(AlreadyExistsException.class, () -> update(replace(user, withEmail(user, owner.email()))));

        assertThat(refusal.resource()).isEqualTo("user");
        assertThat(refusal.taken())
                .containsExactly(new Taken("email", owner.email().typed()));
        assertThat(lookUp(user.id())).contains(user);
        assertThat(lookUp(owner.id())).contains(owner);
    }

    /** A user's own address may be spelled anew, and stays the user's. */
    @Test
    default void updateShouldTakeAnotherSpellingOfTheSameAddress() {
        String local = Fresh.word();
        User user = add(Fresh.user(Fresh.userId(), new EmailAddress(local + "@example.org")));
        User next = withEmail(user, new EmailAddress(" " + local.toUpperCase(Locale.ROOT) + "@Example.org"));

        assertThat(update(replace(user, next))).isEqualTo(next);
        assertThat(lookUp(user.id())).contains(next);
        refused(AlreadyExistsException.class, () -> add(Fresh.user(Fresh.userId(), user.email())));
    }

    /** The address that an update gives up is free at once, and the new one is taken. */
    @Test
    default void updateShouldFreeTheFormerAddressAndTakeTheNewOne() {
        User user = add(fresh());
        EmailAddress former = user.email();
        User moved = update(replace(user, withEmail(user, Fresh.email())));

        User heir = add(Fresh.user(Fresh.userId(), former));

        assertThat(lookUp(heir.id())).contains(heir);
        refused(AlreadyExistsException.class, () -> add(Fresh.user(Fresh.userId(), moved.email())));
    }

    /** What fails for its revision neither frees an address nor takes one, and a clash is no matter then. */
    @Test
    default void updateShouldLeaveAddressesAloneWhenTheRevisionIsAnother() {
        User owner = add(fresh());
        User first = add(fresh());
        User second = update(replace(first, successorOf(first)));
        EmailAddress wanted = Fresh.email();

        for (EmailAddress email : List.of(wanted, owner.email())) {
            refused(PreconditionFailedException.class, () -> update(replace(first, withEmail(first, email))));
        }
        assertThat(add(Fresh.user(Fresh.userId(), wanted)).email()).isEqualTo(wanted);
        refused(AlreadyExistsException.class, () -> add(Fresh.user(Fresh.userId(), second.email())));
    }

    /** A clash within a batch of updates stays with its item. */
    @Test
    default void updateAllShouldUpdateTheNeighboursOfAClash() {
        User owner = add(fresh());
        User clashing = add(fresh());
        User neighbour = add(fresh());
        User next = successorOf(neighbour);

        List<Outcome<User>> outcomes =
                updateAll(List.of(replace(clashing, withEmail(clashing, owner.email())), replace(neighbour, next)));

        assertThat(outcomes).hasSize(2);
        assertThat(failure(outcomes.get(0), AlreadyExistsException.class).taken())
                .containsExactly(new Taken("email", owner.email().typed()));
        assertThat(success(outcomes.get(1))).isEqualTo(next);
        assertThat(lookUp(clashing.id())).contains(clashing);
        assertThat(lookUp(neighbour.id())).contains(next);
    }

    /** Of a crowd of users that all move to one address, one gets it and the others keep theirs. */
    @Test
    default void updateShouldGiveAnAddressToOneOfACrowd() {
        EmailAddress wanted = Fresh.email();
        List<User> users = Stream.generate(this::fresh).limit(Contention.CROWD).toList();
        addAll(users).forEach(Outcomes::success);

        List<Outcome<User>> outcomes = Contention.among(
                Contention.CROWD,
                i -> Outcome.of(() -> update(replace(users.get(i), withEmail(users.get(i), wanted)))));

        assertThat(Outcomes.successes(outcomes)).hasSize(1);
        assertThat(Outcomes.failures(outcomes, AlreadyExistsException.class)).hasSize(Contention.CROWD - 1);
        assertThat(users.stream()
                        .filter(user -> lookUp(user.id()).orElseThrow().email().equals(wanted)))
                .hasSize(1);
    }

    /** The address of a removed user is free. */
    @Test
    default void removeShouldFreeTheAddress() {
        User former = add(fresh());
        remove(new Removal<>(former.id(), former.revision()));

        User heir = add(Fresh.user(Fresh.userId(), former.email()));

        assertThat(lookUp(heir.id())).contains(heir);
    }

    private static User withEmail(User user, EmailAddress email) {
        return new User(
                user.id(), email, user.name(), user.updatedAt(), user.revision().next());
    }
}
