package dev.rollcall.testkit.rsvp.event;

import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.testkit.contract.AddContract;
import dev.rollcall.testkit.contract.FindAllContract;
import dev.rollcall.testkit.contract.ListContract;
import dev.rollcall.testkit.contract.RemoveContract;
import dev.rollcall.testkit.contract.UpdateContract;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the contracts of events have in common: each event has an organizer, who must be stored first. */
interface EventContract
        extends AddContract<Event, EventId>,
                UpdateContract<Event, EventId>,
                RemoveContract<Event, EventId>,
                FindAllContract<Event, EventId>,
                ListContract<Event, EventId> {

    /** Stores a user. */
    default UserId organizer() {
        return repositories().users().add(Fresh.user(Fresh.instant())).id();
    }

    @Override
    default Event fresh(Instant createdAt) {
        return Fresh.event(organizer(), createdAt);
    }

    @Override
    default String resource() {
        return "event";
    }

    @Override
    default String idMember() {
        return "event_id";
    }

    @Override
    default EventId idOf(Event thing) {
        return thing.id();
    }

    @Override
    default List<Event> findAll(Set<EventId> ids) {
        return repositories().events().findAll(ids);
    }

    @Override
    default EventId freshId() {
        return new EventId(Fresh.word());
    }

    @Override
    default EventId keyOf(Event item) {
        return item.id();
    }
}
