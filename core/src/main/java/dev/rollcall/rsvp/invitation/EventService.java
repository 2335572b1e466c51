package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.ConflictException;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.Violation;
import dev.rollcall.port.OptimisticWrite;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Precondition;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventChange;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventPosition;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserService;
import dev.rollcall.uuid.UuidGenerator;
import dev.rollcall.uuid.UuidVersion;
import dev.rollcall.write.GroupWriter;
import dev.rollcall.write.Repeat;
import dev.rollcall.write.WriteLane;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps events. Thread-safe; every method blocks until the store has answered. */
public final class EventService {

    private static final String RESOURCE = "event";

    private final EventRepository repository;
    private final InvitationRepository invitations;
    private final GuestListWriter guests;
    private final InstantSource clock;
    private final UuidGenerator ids;
    private final WriteLane<Event, Event> adds;
    private final WriteLane<Removal<EventId>, EventId> removals;

    /**
     * The service over a store.
     *
     * @param repository the store of events
     * @param invitations the store of invitations
     * @param guests changes events together with their guests
     * @param clock tells the time, in microseconds
     * @param ids makes ids for events that come without, and what calendars know them by
     * @param writer groups writes into commits
     */
    public EventService(
            EventRepository repository,
            InvitationRepository invitations,
            GuestListWriter guests,
            InstantSource clock,
            UuidGenerator ids,
            GroupWriter writer) {
        this.repository = repository;
        this.invitations = invitations;
        this.guests = guests;
        this.clock = clock;
        this.ids = ids;
        adds = writer.lane("events.add", Comparator.comparing(Event::id), Repeat.UNSAFE, repository::addAll);
        removals =
                writer.lane("events.remove", Comparator.comparing(Removal::id), Repeat.UNSAFE, repository::removeAll);
    }

    /**
     * Stores an event.
     *
     * @param id the event's id; a new UUID of version 7 where none is given
     * @param details the details; title, organizer and start are required
     * @return what was stored
     * @throws InvalidInputException where something is missing or breaks a rule, or the organizer does not exist
     * @throws dev.rollcall.error.AlreadyExistsException where the id is taken
     */
    public Event create(Optional<EventId> id, EventChange details) {
        Instant now = clock.instant();
        Event event = new Event(
                id.orElseGet(() -> new EventId(ids.next(UuidVersion.V7).toString())),
                details.create(),
                ids.next(UuidVersion.V4) + "@rollcall",
                0,
                EventCounts.NONE,
                now,
                Revision.first(now));
        return withExistingOrganizer(() -> adds.write(event));
    }

    /**
     * Reads an event.
     *
     * @param id the event's id
     * @return the event
     * @throws NotFoundException where there is none
     */
    public Event get(EventId id) {
        return find(id).orElseThrow(() -> new NotFoundException(RESOURCE, id.value()));
    }

    /**
     * Looks for an event that may not exist.
     *
     * @param id the event's id
     * @return the event; empty where there is none
     */
    public Optional<Event> find(EventId id) {
        return repository.find(id);
    }

    /**
     * Lists all events, in an order that is stable but need not be that of the ids.
     *
     * @param request the page: the position after which it begins, and the largest number of items
     * @return the page
     */
    public Page<Event, EventId> list(PageRequest<EventId> request) {
        return repository.list(request);
    }

    /**
     * Lists the events of an organizer, by start.
     *
     * @param organizer the organizer's user id
     * @param request the page: the position after which it begins, and the largest number of items
     * @return the page; empty where there is no such user
     */
    public Page<Event, EventPosition> list(UserId organizer, PageRequest<EventPosition> request) {
        return repository.list(organizer, request);
    }

    /**
     * Changes an event. A change of its time or status moves its sequence on, and asks for the guests' answers again; until
     * then they keep their seats. The same step queues a mail about the change to each guest, and those who wait for
     * seats get what has come free. Fewer seats than are held take none away.
     *
     * @param id the event's id
     * @param change the members to change
     * @param precondition the revision that the caller expects, if any
     * @return what is stored now
     * @throws InvalidInputException where the event as changed breaks a rule, or its organizer does not exist
     * @throws NotFoundException where there is no such event
     * @throws dev.rollcall.error.PreconditionFailedException where it is not what the caller demands
     */
    public Event update(EventId id, EventChange change, Precondition precondition) {
        return withExistingOrganizer(() -> guests.change(id, precondition, list -> {
            list.change(change.applyTo(list.details()));
            return list.after();
        }));
    }

    /**
     * Removes an event.
     *
     * @param id the event's id
     * @param precondition the revision that the caller expects, if any
     * @throws NotFoundException where there is none
     * @throws dev.rollcall.error.PreconditionFailedException where it is not what the caller demands
     * @throws ConflictException where anybody was ever invited to it
     */
    public void remove(EventId id, Precondition precondition) {
        OptimisticWrite.change(RESOURCE, id.value(), () -> repository.find(id), precondition, current -> {
            requireNobodyInvited(id);
            return removals.write(new Removal<>(id, current.revision()));
        });
    }

    /** An invitation in the meantime changes the event's revision, so that the event is not removed. */
    private void requireNobodyInvited(EventId id) {
        if (!invitations.list(id, PageRequest.first(1)).items().isEmpty()) {
            throw new ConflictException(
                    RESOURCE,
                    id.value(),
                    "Invitations to the event '" + id + "' were sent, and their links lead to it. Set its status to"
                            + " cancelled instead: its guests are told.");
        }
    }

    private static Event withExistingOrganizer(Supplier<Event> write) {
        try {
            return write.get();
        } catch (NotFoundException missing) {
            if (!missing.resource().equals(UserService.RESOURCE)) {
                throw missing;
            }
            throw new InvalidInputException(List.of(new Violation(
                    Violation.Place.member("organizer_id"),
                    "must be an existing user; there is no '" + missing.id() + "'. Create it first.")));
        }
    }
}
