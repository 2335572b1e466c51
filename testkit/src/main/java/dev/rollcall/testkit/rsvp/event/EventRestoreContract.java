package dev.rollcall.testkit.rsvp.event;

import static dev.rollcall.testkit.contract.Outcomes.failure;
import static dev.rollcall.testkit.contract.Outcomes.refused;
import static dev.rollcall.testkit.contract.Outcomes.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.ConflictException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.testkit.contract.RestoreThenUpdateContract;
import dev.rollcall.testkit.fixture.Events;
import dev.rollcall.testkit.fixture.Fresh;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Events as they are elsewhere, whose organizers must be here. */
interface EventRestoreContract extends EventContract, RestoreThenUpdateContract<Event, EventId> {

    @Override
    default List<Outcome<Event>> restoreAll(List<Event> things) {
        return repositories().events().restoreAll(things);
    }

    @Override
    default Event at(Revision revision, Event thing) {
        return new Event(
                thing.id(),
                thing.details(),
                thing.uid(),
                thing.sequence(),
                thing.counts(),
                thing.updatedAt(),
                revision);
    }

    @Override
    default List<Event> freshOnes(int count) {
        UserId organizer = organizer();
        return Stream.generate(() -> Fresh.event(organizer, Fresh.instant()))
                .limit(count)
                .toList();
    }

    @Test
    default void restoreAllShouldKeepEveryMemberOfAnEvent() {
        UserId organizer = organizer();
        EventZone zone = EventZone.of("Asia/Kolkata");
        EventTime start = EventTime.of(Fresh.instant(), zone.id());
        Event full = new Event(
                new EventId(Fresh.word()),
                Events.full(organizer, zone, start, "Début 😀", "Zeile\r\n\tzwei\n"),
                Fresh.word() + "@elsewhere",
                7,
                new EventCounts(21, 13, 5, 3, 2, 17),
                Fresh.instant(),
                new Revision(Fresh.instant(), 12));
        Event bare = new Event(
                full.id(),
                Fresh.details(organizer, start),
                full.uid(),
                8,
                EventCounts.NONE,
                Fresh.instant(),
                full.revision().next());
        Event refilled = new Event(
                full.id(),
                full.details(),
                full.uid(),
                9,
                new EventCounts(1, 2, 3, 4, 5, 6),
                Fresh.instant(),
                bare.revision().next());

        for (Event event : List.of(full, bare, refilled)) {
            assertThat(restore(event)).isEqualTo(event);
            assertStored(List.of(event));
        }
    }

    @Test
    default void restoreAllShouldFailWhereTheOrganizerDoesNotExist() {
        Event known = add(fresh());
        Event first = fresh();
        Event orphan = Fresh.event(Fresh.userId(), Fresh.instant());
        Event orphaned = Events.handedTo(Fresh.userId(), known);
        Event last = fresh();

        List<Outcome<Event>> outcomes = restoreAll(List.of(first, orphan, orphaned, last));

        assertThat(outcomes).hasSize(4);
        assertThat(success(outcomes.get(0))).isEqualTo(first);
        assertMisses(orphan.details().organizerId(), outcomes.get(1));
        assertMisses(orphaned.details().organizerId(), outcomes.get(2));
        assertThat(success(outcomes.get(3))).isEqualTo(last);
        assertThat(lookUp(orphan.id())).isEmpty();
        assertStored(List.of(first, known, last));
    }

    @Test
    default void restoreAllShouldFindAConflictBeforeAMissingOrganizer() {
        Event present = restore(successorOf(fifth()));

        assertConflict(at(Revision.first(present.createdAt()), Events.handedTo(Fresh.userId(), present)));
    }

    @Test
    default void removeOfTheOrganizerShouldFailUntilTheRestoredEventIsRemoved() {
        User organizer = repositories().users().add(Fresh.user(Fresh.instant()));
        Event event = Fresh.event(organizer.id(), Fresh.instant());
        restore(event);
        Event restored = restore(successorOf(event));
        restore(restored);

        refused(ConflictException.class, () -> remove(organizer));
        remove(new Removal<>(restored.id(), restored.revision()));
        assertThat(remove(organizer)).isEqualTo(organizer.id());
    }

    @Test
    default void removeOfTheOrganizerShouldFailUntilARestoreHandsTheEventOn() {
        User former = repositories().users().add(Fresh.user(Fresh.instant()));
        User heir = repositories().users().add(Fresh.user(Fresh.instant()));
        Event event = add(Fresh.event(former.id(), Fresh.instant()));
        Event handedOn = restore(Events.handedTo(heir.id(), event));

        assertThat(eventsOf(former)).isEmpty();
        assertThat(eventsOf(heir)).containsExactly(handedOn);
        refused(ConflictException.class, () -> remove(heir));
        assertThat(remove(former)).isEqualTo(former.id());
        remove(new Removal<>(handedOn.id(), handedOn.revision()));
        assertThat(remove(heir)).isEqualTo(heir.id());
    }

    @Test
    default void removeOfTheOrganizerShouldSucceedWhereTheRestoreWasRefused() {
        User organizer = repositories().users().add(Fresh.user(Fresh.instant()));
        Event present = restore(fifth());

        assertConflict(at(Revision.first(present.createdAt()), Events.handedTo(organizer.id(), present)));
        assertThat(remove(organizer)).isEqualTo(organizer.id());
    }

    private UserId remove(User user) {
        return repositories().users().remove(new Removal<>(user.id(), user.revision()));
    }

    private List<Event> eventsOf(User organizer) {
        return repositories()
                .events()
                .list(organizer.id(), PageRequest.first(100))
                .items();
    }

    private static void assertMisses(UserId nobody, Outcome<Event> outcome) {
        NotFoundException refusal = failure(outcome, NotFoundException.class);
        assertThat(refusal.resource()).isEqualTo("user");
        assertThat(refusal.id()).isEqualTo(nobody.value());
    }
}
