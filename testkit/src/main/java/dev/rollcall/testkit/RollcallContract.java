package dev.rollcall.testkit;

import static dev.rollcall.testkit.contract.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.error.Violation;
import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Precondition;
import dev.rollcall.port.Put;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventChange;
import dev.rollcall.rsvp.event.EventTimeInput;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserChange;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.MutableClock;
import dev.rollcall.testkit.guid.GuidServiceContract;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidRegistration;
import dev.rollcall.uuid.UuidService;
import dev.rollcall.uuid.UuidVersion;
import dev.rollcall.value.Change;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link Rollcall} promises over every store, under a crowd of callers on virtual threads. */
public interface RollcallContract extends GuidServiceContract {

    /** Every UUID that was given out is registered, and no two are the same. */
    @Test
    default void everyUuidThatIsMadeShouldBeRegistered() {
        MutableClock clock = new MutableClock(Fresh.instant());
        try (Rollcall rollcall = over(clock)) {
            List<UuidRegistration> made = Contention.amongVirtual(
                    Contention.CROWD, i -> rollcall.uuids().create(i % 2 == 0 ? UuidVersion.V7 : UuidVersion.V4));

            assertThat(made).map(UuidRegistration::uuid).doesNotHaveDuplicates();
            assertThat(made)
                    .allSatisfy(
                            one -> assertThat(rollcall.uuids().get(one.uuid())).isEqualTo(one));
        }
    }

    /** A batch of the greatest size is made in order, and all of it is registered. */
    @Test
    default void aBatchOfUuidsShouldBeRegisteredAsAWhole() {
        try (Rollcall rollcall = over(new MutableClock(Fresh.instant()))) {
            List<UuidRegistration> made = rollcall.uuids().create(UuidVersion.V7, UuidService.MAX_BATCH);

            assertThat(made).hasSize(UuidService.MAX_BATCH);
            assertThat(made).map(UuidRegistration::uuid).isSortedAccordingTo(Comparator.naturalOrder());
            assertThat(made)
                    .allSatisfy(
                            one -> assertThat(rollcall.uuids().get(one.uuid())).isEqualTo(one));
        }
    }

    /** Every put of a crowd counts, one of them inserts, and a clock that steps back takes nothing with it. */
    @Test
    default void everyPutOfAUuidShouldCount() {
        MutableClock clock = new MutableClock(Fresh.instant());
        Uuid uuid = Fresh.uuid();
        try (Rollcall rollcall = over(clock)) {
            List<Put<UuidRegistration>> puts = Contention.amongVirtual(Contention.CROWD, i -> {
                clock.advance(i % 2 == 0 ? Duration.ofMillis(2) : Duration.ofMillis(-1));
                return rollcall.uuids().put(uuid);
            });

            List<UuidRegistration> states = puts.stream()
                    .map(Put::stored)
                    .sorted(Comparator.comparingLong(state -> state.revision().count()))
                    .toList();
            assertThat(puts).filteredOn(Put::inserted).hasSize(1);
            assertThat(states).map(UuidRegistration::updatedAt).isSortedAccordingTo(Comparator.naturalOrder());
            assertThat(rollcall.uuids().get(uuid)).isEqualTo(states.getLast());
            assertThat(states.getLast().revision().count()).isEqualTo(Contention.CROWD);
        }
    }

    /** A touch on condition succeeds for one of a crowd that has seen the same state. */
    @Test
    default void oneTouchOfACrowdShouldMeetItsPrecondition() {
        try (Rollcall rollcall = over(new MutableClock(Fresh.instant()))) {
            UuidRegistration seen = rollcall.uuids().create(UuidVersion.V4);
            Precondition precondition = Precondition.oneOf(Set.of(seen.revision()));

            List<Outcome<UuidRegistration>> outcomes = Contention.amongVirtual(
                    Contention.CROWD, i -> Outcome.of(() -> rollcall.uuids().touch(seen.uuid(), precondition)));

            assertThat(Outcomes.successes(outcomes)).hasSize(1);
            assertThat(Outcomes.failures(outcomes, PreconditionFailedException.class))
                    .hasSize(Contention.CROWD - 1);
        }
    }

    /** A crowd that changes one user loses no change. */
    @Test
    default void noChangeOfAUserShouldBeLost() {
        try (Rollcall rollcall = over(new MutableClock(Fresh.instant()))) {
            User user = rollcall.users().create(Optional.empty(), Fresh.email(), Optional.empty());

            List<User> states = Contention.amongVirtual(
                    Contention.CROWD,
                    i -> rollcall.users()
                            .update(user.id(), i % 2 == 0 ? rename("Name " + i) : move(), Precondition.NONE));

            List<User> sorted = states.stream()
                    .sorted(Comparator.comparingLong(state -> state.revision().count()))
                    .toList();
            assertThat(sorted)
                    .map(state -> state.revision().count())
                    .doesNotHaveDuplicates()
                    .endsWith(Contention.CROWD + 1L);
            assertThat(rollcall.users().get(user.id())).isEqualTo(sorted.getLast());
            User before = user;
            for (User after : sorted) {
                // Each change touched one member and kept what the one before it left in the other.
                assertThat(after.email().equals(before.email()) != after.name().equals(before.name()))
                        .isTrue();
                before = after;
            }
        }
    }

    /** Of a crowd that creates one user, or takes one address, one succeeds and the others learn what is taken. */
    @Test
    default void oneOfACrowdShouldCreateTheUser() {
        try (Rollcall rollcall = over(new MutableClock(Fresh.instant()))) {
            UserId id = Fresh.userId();
            EmailAddress email = Fresh.email();

            List<Outcome<User>> sameId = Contention.amongVirtual(
                    Contention.CROWD,
                    i -> Outcome.of(() -> rollcall.users().create(Optional.of(id), Fresh.email(), Optional.empty())));
            List<Outcome<User>> sameEmail = Contention.amongVirtual(
                    Contention.CROWD,
                    i -> Outcome.of(() -> rollcall.users().create(Optional.empty(), email, Optional.empty())));

            assertThat(Outcomes.successes(sameId)).hasSize(1);
            assertThat(Outcomes.failures(sameId, AlreadyExistsException.class))
                    .allSatisfy(refusal -> assertThat(refusal.taken())
                            .map(AlreadyExistsException.Taken::member)
                            .containsExactly("user_id"));
            assertThat(Outcomes.successes(sameEmail)).hasSize(1);
            assertThat(Outcomes.failures(sameEmail, AlreadyExistsException.class))
                    .allSatisfy(refusal -> assertThat(refusal.taken())
                            .map(AlreadyExistsException.Taken::member)
                            .containsExactly("email"));
        }
    }

    /** An event needs an organizer who exists, and its time moves its sequence on. */
    @Test
    default void anEventShouldHaveAnOrganizerAndASequence() {
        try (Rollcall rollcall = over(new MutableClock(Fresh.instant()))) {
            User user = rollcall.users().create(Optional.empty(), Fresh.email(), Optional.empty());
            UserId nobody = Fresh.userId();

            InvalidInputException refusal = refused(
                    InvalidInputException.class,
                    () -> rollcall.events().create(Optional.empty(), event(nobody, "2031-05-01T20:00")));
            Event event = rollcall.events().create(Optional.empty(), event(user.id(), "2031-05-01T20:00"));
            Event moved = rollcall.events().update(event.id(), event(user.id(), "2031-05-01T21:00"), Precondition.NONE);

            assertThat(refusal.violations()).singleElement().satisfies(violation -> {
                assertThat(violation.place()).isEqualTo(Violation.Place.member("organizer_id"));
                assertThat(violation.detail()).contains(nobody.value());
            });
            assertThat(moved.sequence()).isEqualTo(1);
            assertThat(moved.uid()).isEqualTo(event.uid());
            assertThat(rollcall.events().get(event.id())).isEqualTo(moved);
            assertThat(rollcall.events().list(user.id(), PageRequest.first(2)).items())
                    .containsExactly(moved);
        }
    }

    /** A customer stays known while a crowd makes the id known, and one of them says that it was new. */
    @Test
    default void oneOfACrowdShouldMakeTheCustomerKnown() {
        try (Rollcall rollcall = over(new MutableClock(Fresh.instant()))) {
            CustomerId id = Fresh.customerId();

            List<Put<Customer>> puts = Contention.amongVirtual(
                    Contention.CROWD, i -> rollcall.customers().put(id));
            rollcall.customers().remove(id, Precondition.NONE);

            assertThat(puts).filteredOn(Put::inserted).hasSize(1);
            assertThat(rollcall.customers().find(id)).isEmpty();
            refused(NotFoundException.class, () -> rollcall.customers().remove(id, Precondition.NONE));
        }
    }

    /** A number is in the set once, however many put it there. */
    @Test
    default void oneOfACrowdShouldPutTheNumberIntoTheSet() {
        try (Rollcall rollcall = over(new MutableClock(Fresh.instant()))) {
            ExactNumber number = Fresh.number();

            List<Put<RegisteredNumber>> puts = Contention.amongVirtual(
                    Contention.CROWD, i -> rollcall.numbers().put(number));

            assertThat(puts).filteredOn(Put::inserted).hasSize(1);
            assertThat(Listing.all(rollcall.numbers()::list, PageRequest.MAX_LIMIT))
                    .filteredOn(item -> item.number().equals(number))
                    .hasSize(1);
        }
    }

    private static UserChange rename(String name) {
        return new UserChange(Change.keep(), Change.set(new UserName(name)));
    }

    private static UserChange move() {
        return new UserChange(Change.set(Fresh.email()), Change.keep());
    }

    private static EventChange event(UserId organizer, String start) {
        return new EventChange(
                Change.set("Title"),
                Change.keep(),
                Change.keep(),
                Change.set(organizer),
                Change.set(EventTimeInput.parse(start)),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep());
    }
}
