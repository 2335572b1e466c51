package dev.rollcall.persistence.dynamodb.rsvp.event;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.rsvp.user.UserItems;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.persistence.dynamodb.table.ConditionalWriteResult;
import dev.rollcall.persistence.dynamodb.table.DynamoDb;
import dev.rollcall.persistence.dynamodb.table.ItemList;
import dev.rollcall.persistence.dynamodb.table.ItemQuery;
import dev.rollcall.persistence.dynamodb.table.ItemTable;
import dev.rollcall.persistence.dynamodb.table.SharedKeys;
import dev.rollcall.persistence.dynamodb.table.TransactionWrites;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Restoration;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventPosition;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Each event is counted in the item of its organizer, in one transaction with what brings the event or takes it away. So an
 * organizer exists, and users who organize events are known as such, even while others write.
 */
public final class DynamoDbEventRepository implements EventRepository {

    private static final String RESOURCE = "event";
    private static final String BY_ORGANIZER = "by_organizer";

    private final ItemTable events;
    private final ItemTable users;
    private final ItemTable links;
    private final ItemList<Event, EventId> all;
    private final ItemList<Event, EventPosition> ofOrganizer;

    /**
     * The events of one store.
     *
     * @param dynamoDb sends the requests
     * @param random makes tokens; strong and thread-safe
     */
    public DynamoDbEventRepository(DynamoDb dynamoDb, RandomGenerator random) {
        events = new ItemTable(dynamoDb, DynamoDbTable.EVENTS, random);
        users = new ItemTable(dynamoDb, DynamoDbTable.USERS, random);
        links = new ItemTable(dynamoDb, DynamoDbTable.SECRET_LINKS, random);
        all = new ItemList<>(events, DynamoDbEventRepository::events, Event::id);
        ofOrganizer = new ItemList<>(events, DynamoDbEventRepository::events, EventPosition::of);
    }

    @Override
    public List<Outcome<Event>> addAll(List<Event> given) {
        return events.dynamoDb().each(given, SharedKeys.of(given, DynamoDbEventRepository::touched), this::add);
    }

    @Override
    public List<Outcome<Event>> updateAll(List<Replacement<Event>> replacements) {
        return events.dynamoDb()
                .each(replacements, SharedKeys.of(replacements, one -> touched(one.next())), this::update);
    }

    @Override
    public List<Outcome<EventId>> removeAll(List<Removal<EventId>> removals) {
        List<Outcome<UserId>> organizers = events.dynamoDb().each(removals, Removal::id, this::organizer);
        List<Found> found = IntStream.range(0, removals.size())
                .mapToObj(i -> new Found(removals.get(i), organizers.get(i)))
                .toList();
        return events.dynamoDb().each(found, SharedKeys.of(found, Found::touched), this::remove);
    }

    @Override
    public List<Outcome<Event>> restoreAll(List<Event> given) {
        return events.dynamoDb().each(given, SharedKeys.of(given, DynamoDbEventRepository::touched), this::restore);
    }

    @Override
    public Optional<Event> find(EventId id) {
        return events.find(EventItems.key(id)).map(EventItems::event);
    }

    @Override
    public Page<Event, EventId> list(PageRequest<EventId> request) {
        return all.scan(request, EventItems::key);
    }

    @Override
    public Page<Event, EventPosition> list(UserId organizer, PageRequest<EventPosition> request) {
        Expression ofThem = EventItems.isOf(organizer);
        Expression keys =
                request.after().map(EventItems::follows).map(ofThem::and).orElse(ofThem);
        return ofOrganizer.query(request, ItemQuery.ofIndex(events, BY_ORGANIZER, keys));
    }

    @Override
    public Event add(Event event) {
        UserId organizer = event.details().organizerId();
        List<ConditionalWriteResult> attempts = ConditionalWriteResult.ofTransaction(
                events.dynamoDb(),
                List.of(
                        TransactionWrites.put(events, EventItems.item(event), Expression.isAbsent(events.keyName())),
                        counting(organizer, 1)));
        if (attempts.getFirst().isRefused()) {
            throw new AlreadyExistsException(RESOURCE, "event_id", event.id().value());
        }
        requireUser(attempts.getLast(), organizer);
        return event;
    }

    /** One request where the organizer stays, as mostly; where that refuses it, the event changes hands. */
    @Override
    public Event update(Replacement<Event> replacement) {
        Event next = replacement.next();
        Revision expected = replacement.expected();
        ConditionalWriteResult attempt = events.put(
                EventItems.item(next), EventItems.isAt(expected, next.details().organizerId()));
        if (attempt.isRefused()) {
            if (!attempt.item().isAt(expected)) {
                throw attempt.refusal(RESOURCE, next.id());
            }
            handOn(next, expected, EventItems.organizer(attempt.item()));
        }
        return next;
    }

    /** The organizer of the event to remove, where it is at the revision expected. */
    private UserId organizer(Removal<EventId> removal) {
        EventId id = removal.id();
        Item present = events.find(EventItems.key(id)).orElseThrow(() -> new NotFoundException(RESOURCE, id.value()));
        if (!present.isAt(removal.expected())) {
            throw new PreconditionFailedException(RESOURCE, id.value());
        }
        return EventItems.organizer(present);
    }

    private EventId remove(Found found) {
        EventId id = found.removal().id();
        UserId organizer = found.organizer().orThrow();
        List<ConditionalWriteResult> attempts = ConditionalWriteResult.ofTransaction(
                events.dynamoDb(),
                List.of(
                        TransactionWrites.remove(
                                events,
                                EventItems.key(id),
                                EventItems.isAt(found.removal().expected(), organizer)),
                        counting(organizer, -1),
                        TransactionWrites.remove(
                                links,
                                Attributes.text(new LinkOwner(
                                                LinkOwner.Type.EVENT,
                                                id.value(),
                                                found.removal().expected().createdAt())
                                        .subject()),
                                Expression.isAny(links.keyName()))));
        EventId removed = attempts.getFirst().orRefuse(RESOURCE, id, id);
        ConditionalWriteResult.requireDone(attempts);
        return removed;
    }

    private Event restore(Event event) {
        Optional<Event> present = find(event.id());
        if (Restoration.isNeeded(RESOURCE, event.id().value(), event, present)) {
            return present.map(earlier -> update(new Replacement<>(event, earlier.revision())))
                    .orElseGet(() -> add(event));
        }
        return event;
    }

    /** Gives an event to another organizer. */
    private void handOn(Event next, Revision expected, UserId former) {
        UserId organizer = next.details().organizerId();
        List<ConditionalWriteResult> attempts = ConditionalWriteResult.ofTransaction(
                events.dynamoDb(),
                List.of(
                        TransactionWrites.put(events, EventItems.item(next), EventItems.isAt(expected, former)),
                        counting(organizer, 1),
                        counting(former, -1)));
        // A stale revision is reported before a missing organizer, as everywhere.
        Event unused = attempts.getFirst().orRefuse(RESOURCE, next.id(), next);
        requireUser(attempts.get(1), organizer);
        ConditionalWriteResult.requireDone(attempts);
    }

    private TransactWriteItem counting(UserId organizer, int more) {
        return TransactionWrites.adjust(
                users, UserItems.key(organizer), UserItems.organize(more), Expression.isPresent(users.keyName()));
    }

    private static void requireUser(ConditionalWriteResult counted, UserId organizer) {
        if (counted.isRefused()) {
            throw new NotFoundException("user", organizer.value());
        }
    }

    private static List<Event> events(List<Item> items) {
        return items.stream().map(EventItems::event).toList();
    }

    /** Those of one organizer share a counter, and would get in each other's way. */
    private static List<Object> touched(Event event) {
        return List.of(event.id(), event.details().organizerId());
    }

    /** A removal, and whose event it removes. */
    private record Found(Removal<EventId> removal, Outcome<UserId> organizer) {

        List<Object> touched() {
            return organizer instanceof Outcome.Success<UserId>(UserId id)
                    ? List.of(removal.id(), id)
                    : List.of(removal.id());
        }
    }
}
