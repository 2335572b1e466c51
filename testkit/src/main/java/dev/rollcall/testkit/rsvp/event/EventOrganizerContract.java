package dev.rollcall.testkit.rsvp.event;

import static dev.rollcall.testkit.contract.Outcomes.failure;
import static dev.rollcall.testkit.contract.Outcomes.refused;
import static dev.rollcall.testkit.contract.Outcomes.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.ConflictException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Events;
import dev.rollcall.testkit.fixture.Fresh;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An event's organizer is always an existing user, whatever is written at the same time. */
interface EventOrganizerContract extends EventContract {

    @Test
    default void addShouldFailWhenTheOrganizerDoesNotExist() {
        UserId nobody = Fresh.userId();
        Event event = Fresh.event(nobody, Fresh.instant());

        NotFoundException refusal = refused(NotFoundException.class, () -> add(event));

        assertThat(refusal.resource()).isEqualTo("user");
        assertThat(refusal.id()).isEqualTo(nobody.value());
        assertThat(lookUp(event.id())).isEmpty();
    }

    @Test
    default void addShouldFailWhenTheOrganizerDiffersByCaseAlone() {
        User user = repositories().users().add(Fresh.user(new UserId(Fresh.word() + "a"), Fresh.email()));
        UserId nobody = new UserId(user.id().value().replaceFirst("a$", "A"));

        refused(NotFoundException.class, () -> add(Fresh.event(nobody, Fresh.instant())));
    }

    @Test
    default void updateShouldHandAnEventToAnotherUser() {
        Event event = add(fresh());
        UserId heir = organizer();

        Event handedOn = update(replace(event, Events.handedTo(heir, event)));

        assertThat(lookUp(event.id())).contains(handedOn);
        assertThat(eventsOf(heir)).containsExactly(handedOn);
        assertThat(eventsOf(event.details().organizerId())).isEmpty();
    }

    @Test
    default void updateShouldFailWhenTheNewOrganizerDoesNotExist() {
        Event event = add(fresh());
        UserId nobody = Fresh.userId();

        NotFoundException refusal =
                refused(NotFoundException.class, () -> update(replace(event, Events.handedTo(nobody, event))));

        assertThat(refusal.resource()).isEqualTo("user");
        assertThat(refusal.id()).isEqualTo(nobody.value());
        assertThat(lookUp(event.id())).contains(event);
    }

    @Test
    default void updateShouldFindAStaleRevisionBeforeAMissingOrganizer() {
        Event event = add(fresh());
        Event present = update(replace(event, successorOf(event)));

        refused(
                PreconditionFailedException.class,
                () -> update(replace(event, Events.handedTo(Fresh.userId(), event))));
        assertThat(lookUp(event.id())).contains(present);
    }

    @Test
    default void updateAllShouldReplaceTheNeighboursOfOneWithoutAnOrganizer() {
        Event orphan = add(fresh());
        Event neighbour = add(fresh());
        Event next = successorOf(neighbour);

        List<Outcome<Event>> outcomes =
                updateAll(List.of(replace(orphan, Events.handedTo(Fresh.userId(), orphan)), replace(neighbour, next)));

        assertThat(outcomes).hasSize(2);
        assertThat(failure(outcomes.get(0), NotFoundException.class).resource()).isEqualTo("user");
        assertThat(success(outcomes.get(1))).isEqualTo(next);
        assertThat(lookUp(orphan.id())).contains(orphan);
        assertThat(lookUp(neighbour.id())).contains(next);
    }

    @Test
    default void noEventShouldBeAddedForAUserWhoIsRemovedMeanwhile() {
        for (int round = 0; round < 10; round++) {
            User user = repositories().users().add(Fresh.user(Fresh.instant()));
            List<Event> events = Stream.generate(() -> Fresh.event(user.id(), Fresh.instant()))
                    .limit(8)
                    .toList();

            List<Boolean> done = race(
                    user,
                    events.stream().<Runnable>map(event -> () -> add(event)).toList());

            assertConsistent(user, done);
        }
    }

    @Test
    default void noEventShouldBeHandedToAUserWhoIsRemovedMeanwhile() {
        for (int round = 0; round < 10; round++) {
            User user = repositories().users().add(Fresh.user(Fresh.instant()));
            List<Event> events = storeSome(8);

            List<Boolean> done = race(
                    user,
                    events.stream()
                            .<Runnable>map(event -> () -> update(replace(event, Events.handedTo(user.id(), event))))
                            .toList());

            assertConsistent(user, done);
        }
    }

    @Test
    default void anAdditionAndARemovalAtTheSameMomentShouldNotBothSucceed() {
        int rounds = 100;
        List<User> users =
                Stream.generate(() -> Fresh.user(Fresh.instant())).limit(rounds).toList();
        repositories().users().addAll(users).forEach(Outcomes::success);
        AtomicInteger arrived = new AtomicInteger();

        List<List<Boolean>> done = Contention.among(
                2,
                side -> IntStream.range(0, rounds)
                        .mapToObj(round -> {
                            User user = users.get(round);
                            Event event = Fresh.event(user.id(), Fresh.instant());
                            // Closer together than any barrier that puts threads to sleep brings them.
                            arrived.incrementAndGet();
                            while (arrived.get() < 2 * (round + 1)) {
                                Thread.onSpinWait();
                            }
                            return side == 0
                                    ? Outcome.of(() ->
                                            repositories().users().remove(new Removal<>(user.id(), user.revision())))
                                    : Outcome.of(() -> add(event));
                        })
                        .map(Outcome.Success.class::isInstance)
                        .toList());

        for (int round = 0; round < rounds; round++) {
            assertConsistent(
                    users.get(round),
                    List.of(done.get(0).get(round), done.get(1).get(round)));
        }
    }

    /** Runs writes against the removal of the user whom they need. Says what was done: the removal first, then the writes. */
    private List<Boolean> race(User user, List<Runnable> writes) {
        List<Runnable> contenders = new ArrayList<>();
        contenders.add(() -> repositories().users().remove(new Removal<>(user.id(), user.revision())));
        contenders.addAll(writes);
        return Contention.among(contenders.size(), i -> {
            try {
                contenders.get(i).run();
                return true;
            } catch (ConflictException organizes) {
                assertThat(i).as("the removal alone may meet a conflict").isZero();
                return false;
            } catch (NotFoundException removed) {
                assertThat(i).as("a write alone may miss the user").isPositive();
                assertThat(removed.resource()).isEqualTo("user");
                return false;
            }
        });
    }

    private void assertConsistent(User user, List<Boolean> done) {
        boolean removed = done.getFirst();
        long written = done.stream().skip(1).filter(one -> one).count();
        assertThat(repositories().users().find(user.id()).isEmpty()).isEqualTo(removed);
        assertThat(eventsOf(user.id())).hasSize(Math.toIntExact(written));
        assertThat(removed && written > 0)
                .as("the user was removed and yet organizes events")
                .isFalse();
        assertThat(removed || written > 0)
                .as("neither was anything written nor the user removed")
                .isTrue();
    }

    private List<Event> eventsOf(UserId organizer) {
        return repositories().events().list(organizer, PageRequest.first(100)).items();
    }
}
