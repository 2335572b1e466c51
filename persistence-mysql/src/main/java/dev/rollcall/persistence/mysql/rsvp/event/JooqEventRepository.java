package dev.rollcall.persistence.mysql.rsvp.event;

import static dev.rollcall.persistence.mysql.schema.Tables.EVENTS;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.engine.SqlError;
import dev.rollcall.persistence.mysql.schema.tables.records.EventsRecord;
import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.persistence.mysql.table.RestoredTable;
import dev.rollcall.persistence.mysql.table.VersionedTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventPosition;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Events on jOOQ. A foreign key enforces that the organizer exists. Thread-safe. */
public final class JooqEventRepository implements EventRepository {

    private static final String RESOURCE = "event";

    private static final VersionedTable<Event, EventId, String, EventsRecord> TABLE = new VersionedTable<>(
            RESOURCE,
            EVENTS.EVENT_ID,
            EVENTS.CREATED_AT,
            EVENTS.REVISION,
            EventId::value,
            Event::id,
            EventRows::row,
            EventRows::event);

    private static final RestoredTable<Event, EventId, EventsRecord> RESTORED = TABLE.restored(
            EventRows::withCounts,
            (dsl, one, error) -> error == SqlError.FOREIGN_KEY
                    ? refusal(one, error)
                    : RestoredTable.writtenMeanwhile(RESOURCE, one.id()));

    private final Database database;

    /**
     * The repository of a database.
     *
     * @param database the database; it stays open when this is no longer used
     */
    public JooqEventRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<Outcome<Event>> addAll(List<Event> events) {
        return database.write(
                dsl -> Batches.insert(dsl, EVENTS, events, EventRows::row, chunk -> {}, JooqEventRepository::refusal));
    }

    @Override
    public List<Outcome<Event>> updateAll(List<Replacement<Event>> replacements) {
        return database.write(dsl -> replacements.stream()
                .map(one -> Batches.constrained(dsl, () -> TABLE.update(dsl, one), error -> refusal(one.next(), error)))
                .toList());
    }

    @Override
    public List<Outcome<EventId>> removeAll(List<Removal<EventId>> removals) {
        return database.write(dsl -> removals.stream()
                .map(one -> Outcome.of(() -> TABLE.remove(dsl, one)))
                .toList());
    }

    @Override
    public List<Outcome<Event>> restoreAll(List<Event> events) {
        return database.write(dsl -> RESTORED.restore(dsl, events));
    }

    @Override
    public Optional<Event> find(EventId id) {
        return database.read(dsl -> TABLE.find(dsl, id));
    }

    @Override
    public List<Event> findAll(Set<EventId> ids) {
        return ids.isEmpty() ? List.of() : database.read(dsl -> TABLE.findAll(dsl, List.copyOf(ids)));
    }

    @Override
    public Page<Event, EventId> list(PageRequest<EventId> request) {
        return database.read(dsl -> TABLE.page(dsl, request));
    }

    @Override
    public Page<Event, EventPosition> list(UserId organizer, PageRequest<EventPosition> request) {
        List<Event> found = database.read(dsl -> dsl.selectFrom(EVENTS)
                .where(EVENTS.ORGANIZER_ID.eq(organizer.value()))
                .and(request.after().map(JooqEventRepository::follows).orElseGet(DSL::noCondition))
                .orderBy(EVENTS.STARTS_AT, EVENTS.EVENT_ID)
                .limit(request.limit() + 1)
                .fetch(EventRows::event));
        return Page.of(found, request.limit(), EventPosition::of);
    }

    private static RollcallException refusal(Event event, SqlError error) {
        return error == SqlError.FOREIGN_KEY
                ? new NotFoundException("user", event.details().organizerId().value())
                : new AlreadyExistsException(RESOURCE, "event_id", event.id().value());
    }

    /** Said so that an index range serves it, which MySQL does not do for a comparison of pairs. */
    private static Condition follows(EventPosition position) {
        return EVENTS.STARTS_AT
                .ge(position.startsAt())
                .and(EVENTS.STARTS_AT
                        .gt(position.startsAt())
                        .or(EVENTS.EVENT_ID.gt(position.id().value())));
    }
}
