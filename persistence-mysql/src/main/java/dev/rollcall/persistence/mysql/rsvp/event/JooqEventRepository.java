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
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventPosition;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.user.UserId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Events on jOOQ. A foreign key enforces that the organizer exists. Thread-safe. */
public final class JooqEventRepository implements EventRepository {

    private static final String RESOURCE = "event";

    private static final RestoredTable<Event, EventId, EventsRecord> RESTORED = new RestoredTable<>(
            RESOURCE,
            EVENTS,
            EventRows::withCounts,
            Event::id,
            JooqEventRepository::find,
            one -> is(one.id()).and(isAt(one.revision())),
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
                .map(one -> Batches.constrained(dsl, () -> update(dsl, one), error -> refusal(one.next(), error)))
                .toList());
    }

    @Override
    public List<Outcome<EventId>> removeAll(List<Removal<EventId>> removals) {
        return database.write(dsl ->
                removals.stream().map(one -> Outcome.of(() -> remove(dsl, one))).toList());
    }

    @Override
    public List<Outcome<Event>> restoreAll(List<Event> events) {
        return database.write(dsl -> RESTORED.restore(dsl, events));
    }

    @Override
    public Optional<Event> find(EventId id) {
        return database.read(dsl -> dsl.selectFrom(EVENTS).where(is(id)).fetchOptional(EventRows::event));
    }

    @Override
    public Page<Event, EventId> list(PageRequest<EventId> request) {
        List<Event> found = database.read(dsl -> dsl.selectFrom(EVENTS)
                .where(request.after()
                        .map(EventId::value)
                        .map(EVENTS.EVENT_ID::gt)
                        .orElseGet(DSL::noCondition))
                .orderBy(EVENTS.EVENT_ID)
                .limit(request.limit() + 1)
                .fetch(EventRows::event));
        return Page.of(found, request.limit(), Event::id);
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

    private static Event update(DSLContext dsl, Replacement<Event> replacement) {
        Event next = replacement.next();
        int rows = dsl.update(EVENTS)
                .set(EventRows.row(next))
                .where(is(next.id()))
                .and(isAt(replacement.expected()))
                .execute();
        Batches.requireMet(rows, () -> dsl.fetchExists(EVENTS, is(next.id())), RESOURCE, next.id());
        return next;
    }

    private static EventId remove(DSLContext dsl, Removal<EventId> removal) {
        EventId id = removal.id();
        int rows = dsl.deleteFrom(EVENTS)
                .where(is(id))
                .and(isAt(removal.expected()))
                .execute();
        Batches.requireMet(rows, () -> dsl.fetchExists(EVENTS, is(id)), RESOURCE, id);
        return id;
    }

    private static RollcallException refusal(Event event, SqlError error) {
        return error == SqlError.FOREIGN_KEY
                ? new NotFoundException("user", event.details().organizerId().value())
                : new AlreadyExistsException(RESOURCE, "event_id", event.id().value());
    }

    private static List<Event> find(DSLContext dsl, List<EventId> ids) {
        return dsl.selectFrom(EVENTS)
                .where(EVENTS.EVENT_ID.in(ids.stream().map(EventId::value).toList()))
                .fetch(EventRows::event);
    }

    /** Said so that an index range serves it, which MySQL does not do for a comparison of pairs. */
    private static Condition follows(EventPosition position) {
        return EVENTS.STARTS_AT
                .ge(position.startsAt())
                .and(EVENTS.STARTS_AT
                        .gt(position.startsAt())
                        .or(EVENTS.EVENT_ID.gt(position.id().value())));
    }

    private static Condition is(EventId id) {
        return EVENTS.EVENT_ID.eq(id.value());
    }

    private static Condition isAt(Revision expected) {
        return EVENTS.REVISION.eq(expected.count()).and(EVENTS.CREATED_AT.eq(expected.createdAt()));
    }
}
