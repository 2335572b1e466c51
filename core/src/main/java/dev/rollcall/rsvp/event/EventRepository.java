package dev.rollcall.rsvp.event;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.user.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Where events are kept. An event's organizer is always an existing user, whatever is written at the same time.
 * Thread-safe. Of a batch each item is written as a whole or not at all and has an outcome of its own, in the order of the
 * items; the batch is one commit where the store can make it one. A method that throws has stored nothing, unless it says
 * that the outcome is unknown. Every method may throw {@link dev.rollcall.error.StoreUnavailableException} and {@link
 * dev.rollcall.error.StoreFailureException}.
 */
public interface EventRepository {

    /**
     * Adds events; each whose id ({@code event_id}) is taken fails alone with {@link AlreadyExistsException}, and each whose
     * organizer does not exist with {@link NotFoundException} of resource {@code user}.
     *
     * @param events what to add, each at its first revision
     * @return what was stored, item by item
     */
    List<Outcome<Event>> addAll(List<Event> events);

    /**
     * Replaces events that are still at the revision expected; each other fails alone with {@link
     * PreconditionFailedException}, or {@link NotFoundException} of resource {@code event}, or of resource {@code user}
     * where its new organizer does not exist.
     *
     * @param replacements what to store in place of what
     * @return what is stored now, item by item
     */
    List<Outcome<Event>> updateAll(List<Replacement<Event>> replacements);

    /**
     * Removes events that are still at the revision expected; each other fails alone with {@link
     * PreconditionFailedException}, or {@link NotFoundException} where there is none.
     *
     * @param removals which ones
     * @return the ids that were removed, item by item
     */
    List<Outcome<EventId>> removeAll(List<Removal<EventId>> removals);

    /**
     * Stores events exactly as they are in another store, revisions included, by the rule of {@link
     * dev.rollcall.port.Restoration}; each that breaks it fails alone with {@link dev.rollcall.error.ConflictException}, or with {@link
     * NotFoundException} of resource {@code user} where its organizer does not exist. Each is
     * written as a whole or not at all, and may be given again. Meant for a store to which nobody else writes meanwhile.
     *
     * @param events what to store, each id once
     * @return what is stored now, item by item
     */
    List<Outcome<Event>> restoreAll(List<Event> events);

    /**
     * Looks an event up.
     *
     * @param id which one
     * @return the event; empty where there is none
     */
    Optional<Event> find(EventId id);

    /**
     * Lists all events in an order that is stable but need not be that of the ids. One that is there throughout is listed
     * exactly once, whatever is written meanwhile.
     *
     * @param request which part
     * @return the page
     */
    Page<Event, EventId> list(PageRequest<EventId> request);

    /**
     * Lists the events of an organizer by start. One that is there throughout, and keeps its start, is listed exactly once.
     *
     * @param organizer whose
     * @param request which part
     * @return the page
     */
    Page<Event, EventPosition> list(UserId organizer, PageRequest<EventPosition> request);

    /**
     * Adds one event.
     *
     * @param event what to add, at its first revision
     * @return what was stored
     * @throws AlreadyExistsException where the id is taken
     * @throws NotFoundException where the organizer does not exist
     */
    default Event add(Event event) {
        return addAll(List.of(event)).getFirst().orThrow();
    }

    /**
     * Replaces one event.
     *
     * @param replacement what to store in place of what
     * @return what is stored now
     * @throws PreconditionFailedException where the event is at another revision
     * @throws NotFoundException where there is none, or the new organizer does not exist
     */
    default Event update(Replacement<Event> replacement) {
        return updateAll(List.of(replacement)).getFirst().orThrow();
    }

    /**
     * Removes one event.
     *
     * @param removal which one
     * @return the id
     * @throws PreconditionFailedException where the event is at another revision
     * @throws NotFoundException where there is none
     */
    default EventId remove(Removal<EventId> removal) {
        return removeAll(List.of(removal)).getFirst().orThrow();
    }
}
