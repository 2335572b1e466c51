package dev.rollcall.memory;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Restoration;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventPosition;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

final class InMemoryEventRepository implements EventRepository {

    private final InMemoryRsvp rsvp;

    InMemoryEventRepository(InMemoryRsvp rsvp) {
        this.rsvp = rsvp;
    }

    @Override
    public List<Outcome<Event>> addAll(List<Event> events) {
        return events.stream()
                .map(event -> Outcome.of(() -> rsvp.exclusively(() -> insert(event))))
                .toList();
    }

    @Override
    public List<Outcome<Event>> updateAll(List<Replacement<Event>> replacements) {
        return replacements.stream()
                .map(one -> Outcome.of(() -> rsvp.exclusively(() -> replace(one))))
                .toList();
    }

    @Override
    public List<Outcome<EventId>> removeAll(List<Removal<EventId>> removals) {
        return removals.stream()
                .map(one -> Outcome.of(() -> rsvp.exclusively(() -> delete(one))))
                .toList();
    }

    @Override
    public List<Outcome<Event>> restoreAll(List<Event> events) {
        return events.stream()
                .map(event -> Outcome.of(() -> rsvp.exclusively(() -> restore(event))))
                .toList();
    }

    @Override
    public Optional<Event> find(EventId id) {
        return rsvp.events.find(id);
    }

    @Override
    public Page<Event, EventId> list(PageRequest<EventId> request) {
        return rsvp.events.page(request, present -> true);
    }

    @Override
    public Page<Event, EventPosition> list(UserId organizer, PageRequest<EventPosition> request) {
        List<Event> found = StreamSupport.stream(rsvp.events.all().spliterator(), false)
                .filter(event -> event.details().organizerId().equals(organizer))
                .filter(event -> request.after()
                        .map(after -> EventPosition.of(event).compareTo(after) > 0)
                        .orElse(true))
                .sorted(Comparator.comparing(EventPosition::of))
                .limit(request.limit() + 1L)
                .toList();
        return Page.of(found, request.limit(), EventPosition::of);
    }

    private Event insert(Event event) {
        if (rsvp.events.find(event.id()).isPresent()) {
            throw new AlreadyExistsException("event", "event_id", event.id().value());
        }
        requireOrganizer(event);
        rsvp.events.add(event, present -> false);
        return event;
    }

    private Event replace(Replacement<Event> replacement) {
        rsvp.events
                .find(replacement.next().id())
                .filter(event -> event.revision().equals(replacement.expected()))
                .ifPresent(event -> requireOrganizer(replacement.next()));
        return rsvp.events.replace(replacement.next(), replacement.expected(), present -> true);
    }

    private EventId delete(Removal<EventId> removal) {
        Optional<Event> before = rsvp.events.find(removal.id());
        EventId removed = rsvp.events.remove(removal.id(), removal.expected(), present -> true);
        before.ifPresent(event -> rsvp.secrets.remove(LinkOwner.of(event).subject()));
        return removed;
    }

    private Event restore(Event event) {
        if (Restoration.isNeeded("event", event.id().value(), event, rsvp.events.find(event.id()))) {
            requireOrganizer(event);
        }
        return rsvp.events.restore(event, present -> true);
    }

    private void requireOrganizer(Event event) {
        UserId organizer = event.details().organizerId();
        if (rsvp.users.find(organizer).isEmpty()) {
            throw new NotFoundException("user", organizer.value());
        }
    }
}
