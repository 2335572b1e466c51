package dev.rollcall.testkit.rsvp.event;

import static dev.rollcall.testkit.contract.Outcomes.failure;
import static dev.rollcall.testkit.contract.Outcomes.refused;
import static dev.rollcall.testkit.contract.Outcomes.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.fixture.Events;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link EventRepository} promises. */
public interface EventRepositoryContract
        extends EventContentContract, EventOrganizerContract, EventsOfOrganizerContract, EventRestoreContract {

    /** Ids differ by case and by every other character. */
    @Test
    default void addShouldTellIdsApartByTheirCase() {
        UserId organizer = organizer();
        String word = Fresh.word();
        List<Event> events = Stream.of("a", "A", ".", "_", "-", "~", "a".repeat(32), "A".repeat(32))
                .map(ending -> Fresh.event(
                        new EventId(word + ending),
                        Fresh.details(organizer, EventTime.of(Fresh.instant(), EventZone.UTC.id())),
                        Fresh.instant()))
                .toList();

        assertThat(addAll(events)).map(Outcomes::success).isEqualTo(events);
        assertThat(events).allSatisfy(event -> assertThat(lookUp(event.id())).contains(event));
    }

    /** An update does not take an event for an earlier one of the same id. */
    @Test
    default void updateShouldNotTakeAnEventForAnEarlierOneOfTheSameId() {
        Event former = add(fresh());
        remove(new Removal<>(former.id(), former.revision()));
        Event present = storeAgain(former, former.createdAt().plusNanos(1000));

        refused(PreconditionFailedException.class, () -> update(replace(former, successorOf(former))));
        assertThat(lookUp(former.id())).contains(present);
    }

    /** Events need an organizer who exists; in a batch the others are stored. */
    @Test
    default void addAllShouldStoreTheNeighboursOfAnEventWithoutAnOrganizer() {
        UserId nobody = Fresh.userId();
        Event first = fresh();
        Event orphan = Fresh.event(nobody, Fresh.instant());
        Event last = fresh();

        List<Outcome<Event>> outcomes = addAll(List.of(first, orphan, last));

        assertThat(outcomes).hasSize(3);
        assertThat(success(outcomes.get(0))).isEqualTo(first);
        NotFoundException refusal = failure(outcomes.get(1), NotFoundException.class);
        assertThat(refusal.resource()).isEqualTo("user");
        assertThat(refusal.id()).isEqualTo(nobody.value());
        assertThat(success(outcomes.get(2))).isEqualTo(last);
        assertThat(lookUp(orphan.id())).isEmpty();
        assertThat(lookUp(last.id())).contains(last);
    }

    @Override
    default Event successorOf(Event thing) {
        return Events.with(
                Fresh.details(thing.details().organizerId(), EventTime.of(Fresh.instant(), EventZone.UTC.id())), thing);
    }

    @Override
    default Event namesakeOf(Event thing) {
        return Fresh.event(
                thing.id(),
                Fresh.details(thing.details().organizerId(), EventTime.of(Fresh.instant(), EventZone.UTC.id())),
                Fresh.instant());
    }

    @Override
    default Optional<Event> lookUp(EventId id) {
        return repositories().events().find(id);
    }

    @Override
    default Event add(Event thing) {
        return repositories().events().add(thing);
    }

    @Override
    default List<Outcome<Event>> addAll(List<Event> things) {
        return repositories().events().addAll(things);
    }

    @Override
    default Event storeAgain(Event former, Instant createdAt) {
        return add(Fresh.event(former.id(), former.details(), createdAt));
    }

    @Override
    default List<Event> storeSome(int count) {
        UserId organizer = organizer();
        List<Event> events = Stream.generate(() -> Fresh.event(organizer, Fresh.instant()))
                .limit(count)
                .toList();
        return addAll(events).stream().map(Outcomes::success).toList();
    }

    @Override
    default void disturb() {
        Event guest = add(fresh());
        Event changed = update(replace(guest, successorOf(guest)));
        remove(new Removal<>(changed.id(), changed.revision()));
    }

    @Override
    default Event update(Replacement<Event> replacement) {
        return repositories().events().update(replacement);
    }

    @Override
    default List<Outcome<Event>> updateAll(List<Replacement<Event>> replacements) {
        return repositories().events().updateAll(replacements);
    }

    @Override
    default EventId remove(Removal<EventId> removal) {
        return repositories().events().remove(removal);
    }

    @Override
    default List<Outcome<EventId>> removeAll(List<Removal<EventId>> removals) {
        return repositories().events().removeAll(removals);
    }

    @Override
    default Page<Event, EventId> list(PageRequest<EventId> request) {
        return repositories().events().list(request);
    }
}
