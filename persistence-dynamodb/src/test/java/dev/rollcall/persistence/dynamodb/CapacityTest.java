package dev.rollcall.persistence.dynamodb;

import static dev.rollcall.persistence.dynamodb.FilledStore.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Page;
import dev.rollcall.PageRequest;
import dev.rollcall.Removal;
import dev.rollcall.Replacement;
import dev.rollcall.Revision;
import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.guid.Expiry;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidRepository;
import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.NumberRepository;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.persistence.dynamodb.CapacityMeter.Cost;
import dev.rollcall.rsvp.AnswerLink;
import dev.rollcall.rsvp.AnswerRecord;
import dev.rollcall.rsvp.Event;
import dev.rollcall.rsvp.EventId;
import dev.rollcall.rsvp.EventPosition;
import dev.rollcall.rsvp.EventRepository;
import dev.rollcall.rsvp.GuestListWrite;
import dev.rollcall.rsvp.Invitation;
import dev.rollcall.rsvp.InvitationId;
import dev.rollcall.rsvp.InvitationKey;
import dev.rollcall.rsvp.InvitationRepository;
import dev.rollcall.rsvp.LinkRepository;
import dev.rollcall.rsvp.OutboxMessage;
import dev.rollcall.rsvp.OutboxRepository;
import dev.rollcall.rsvp.Response;
import dev.rollcall.rsvp.SecretLink;
import dev.rollcall.rsvp.User;
import dev.rollcall.rsvp.UserRepository;
import dev.rollcall.testkit.Fresh;
import dev.rollcall.uuid.UuidRegistration;
import dev.rollcall.uuid.UuidRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What operations and pages cost, exactly, and that it is the same whether tables hold a hundred items or ten thousand. The
 * table in docs/storage-dynamodb.md says the same.
 */
final class CapacityTest {

    private static final Map<Size, FilledStore> STORES = new ConcurrentHashMap<>();

    enum Size {
        SMALL(100),
        LARGE(10_000);

        private final int items;

        Size(int items) {
            this.items = items;
        }

        FilledStore store() {
            return STORES.computeIfAbsent(this, size -> new FilledStore(size.items));
        }
    }

    @ParameterizedTest
    @EnumSource
    void uuids(Size size) {
        FilledStore store = size.store();
        UuidRepository uuids = store.repositories.uuids();
        UuidRegistration first = UuidRegistration.first(Fresh.uuid(), NOW);
        UuidRegistration second = first.touched(NOW.plusSeconds(1));
        UuidRegistration other = UuidRegistration.first(Fresh.uuid(), NOW);

        assertThat(store.meter.of(() -> uuids.add(first))).isEqualTo(new Cost(1, 0, 1, 0));
        assertThat(store.meter.of(() -> uuids.find(first.uuid()))).isEqualTo(new Cost(1, 1, 0, 0));
        assertThat(store.meter.of(() -> uuids.find(Fresh.uuid()))).isEqualTo(new Cost(1, 1, 0, 0));
        assertThat(store.meter.of(() -> uuids.update(new Replacement<>(second, first.revision()))))
                .isEqualTo(new Cost(1, 0, 1, 0));
        assertThat(store.meter.of(() -> uuids.put(other.uuid(), NOW))).isEqualTo(new Cost(1, 0, 1, 0));
        assertThat(store.meter.of(() -> uuids.put(other.uuid(), NOW.plusSeconds(1))))
                .isEqualTo(new Cost(1, 0, 1, 0));
        // Refused for the moment that lies behind the last touch, and then only counted.
        assertThat(store.meter.of(() -> uuids.put(other.uuid(), NOW))).isEqualTo(new Cost(2, 0, 1, 0));
        assertThat(store.meter.of(() -> uuids.addTogether(batch(100)))).isEqualTo(new Cost(1, 0, 0, 100));
        assertPages(size, uuids::list, UuidRegistration::uuid, 20, new Cost(1, 1, 0, 0));
        assertPages(size, uuids::list, UuidRegistration::uuid, 50, new Cost(1, 2, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void largeBatchesOfUuids(Size size) {
        FilledStore store = size.store();
        UuidRepository uuids = store.repositories.uuids();
        List<UuidRegistration> batch = batch(250);
        UuidRegistration member = batch.getFirst();

        assertThat(store.meter.of(() -> uuids.addTogether(batch))).isEqualTo(new Cost(4, 0, 1, 250));
        assertThat(store.meter.of(() -> uuids.find(member.uuid()))).isEqualTo(new Cost(2, 2, 0, 0));
        // Refused for the batch; the record, which refuses too; the mark away; the touch.
        assertThat(store.meter.of(() -> uuids.put(member.uuid(), NOW.plusSeconds(1))))
                .isEqualTo(new Cost(4, 0, 2, 0));
        assertThat(store.meter.of(() -> uuids.find(member.uuid()))).isEqualTo(new Cost(1, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void guids(Size size) {
        FilledStore store = size.store();
        GuidRepository guids = store.repositories.guids();
        GuidRegistration first = Fresh.guid(Fresh.guidUser(), Fresh.NEVER);
        GuidRegistration later = new GuidRegistration(
                first.guid(),
                first.user(),
                new Expiry(NOW.plusSeconds(60)),
                first.revision().next());
        GuidRegistration moved = new GuidRegistration(
                first.guid(), Fresh.guidUser(), later.expiry(), later.revision().next());

        assertThat(store.meter.of(() -> guids.add(first, NOW))).isEqualTo(new Cost(1, 0, 2, 0));
        assertThat(store.meter.of(() -> guids.find(first.guid(), NOW))).isEqualTo(new Cost(1, 1, 0, 0));
        assertThat(store.meter.of(() -> guids.update(new Replacement<>(later, first.revision()), NOW)))
                .isEqualTo(new Cost(1, 0, 2, 0));
        assertThat(store.meter.of(() -> guids.update(new Replacement<>(moved, later.revision()), NOW)))
                .isEqualTo(new Cost(1, 0, 3, 0));
        assertThat(store.meter.of(() -> guids.remove(new Removal<>(moved.guid(), moved.revision()), NOW)))
                .isEqualTo(new Cost(1, 0, 0, 1));
        assertThat(store.meter.of(() -> guids.removeExpired(NOW, 100))).isEqualTo(new Cost(0, 0, 0, 0));
        assertPages(
                size,
                (PageRequest<Guid> request) -> guids.list(store.userOfMany, request, NOW),
                GuidRegistration::guid,
                20,
                new Cost(1, 0.5, 0, 0));
    }

    /** Where hardly any GUID is alive a page looks at so many and no more, wherever it lies and however many there are. */
    @ParameterizedTest
    @EnumSource
    void guidsOfWhichHardlyAnyIsAlive(Size size) {
        FilledStore store = size.store();
        GuidRepository guids = store.repositories.guids();
        Cost most = new Cost(4, 6.5, 0, 0);

        List<Cost> costs = new ArrayList<>();
        PageRequest<Guid> request = PageRequest.first(3);
        Optional<Guid> next;
        do {
            AtomicReference<Optional<Guid>> reached = new AtomicReference<>(Optional.empty());
            PageRequest<Guid> current = request;
            costs.add(store.meter.of(
                    () -> reached.set(guids.list(store.userOfFew, current, NOW).next())));
            next = reached.get();
            request = next.map(current::startingAfter).orElse(current);
        } while (next.isPresent());

        Cost last = costs.removeLast();
        // Each looks at 4 and then three times at 100.
        assertThat(costs).hasSize((size.items - 1) / 304).allMatch(most::equals);
        assertThat(last.requests()).isLessThanOrEqualTo(most.requests());
        assertThat(last.reads()).isLessThanOrEqualTo(most.reads());
    }

    @ParameterizedTest
    @EnumSource
    void users(Size size) {
        FilledStore store = size.store();
        UserRepository users = store.repositories.users();
        User first = Fresh.user(NOW);
        User renamed = new User(
                first.id(),
                first.email(),
                Optional.empty(),
                NOW,
                first.revision().next());
        User moved = new User(
                first.id(),
                Fresh.email(),
                Optional.empty(),
                NOW,
                renamed.revision().next());

        assertThat(store.meter.of(() -> users.add(first))).isEqualTo(new Cost(1, 0, 0, 2));
        assertThat(store.meter.of(() -> users.find(first.id()))).isEqualTo(new Cost(1, 1, 0, 0));
        assertThat(store.meter.of(() -> users.update(new Replacement<>(renamed, first.revision()))))
                .isEqualTo(new Cost(1, 0, 1, 0));
        // Refused for the address, and then a transaction of the user and both addresses.
        assertThat(store.meter.of(() -> users.update(new Replacement<>(moved, renamed.revision()))))
                .isEqualTo(new Cost(2, 0, 0, 3));
        assertThat(store.meter.of(() -> users.remove(new Removal<>(moved.id(), moved.revision()))))
                .isEqualTo(new Cost(2, 1, 0, 2));
        assertPages(size, users::list, User::id, 20, new Cost(1, 2, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void events(Size size) {
        FilledStore store = size.store();
        EventRepository events = store.repositories.events();
        User host = store.repositories.users().add(Fresh.user(NOW));
        User heir = store.repositories.users().add(Fresh.user(NOW));
        Event first = Fresh.event(host.id(), NOW);
        Event renamed = again(first, first);
        Event postponed = again(renamed, Fresh.event(host.id(), NOW));
        Event handedOn = again(postponed, Fresh.event(heir.id(), NOW));

        assertThat(store.meter.of(() -> events.add(first))).isEqualTo(new Cost(1, 0, 0, 2));
        assertThat(store.meter.of(() -> events.find(first.id()))).isEqualTo(new Cost(1, 1, 0, 0));
        assertThat(store.meter.of(() -> events.update(new Replacement<>(renamed, first.revision()))))
                .isEqualTo(new Cost(1, 0, 2, 0));
        assertThat(store.meter.of(() -> events.update(new Replacement<>(postponed, renamed.revision()))))
                .isEqualTo(new Cost(1, 0, 3, 0));
        // Refused for the organizer, and then a transaction of the event and both users.
        assertThat(store.meter.of(() -> events.update(new Replacement<>(handedOn, postponed.revision()))))
                .isEqualTo(new Cost(2, 0, 0, 3));
        assertThat(store.meter.of(() -> events.remove(new Removal<>(handedOn.id(), handedOn.revision()))))
                .isEqualTo(new Cost(2, 1, 0, 2));
        assertPages(size, events::list, Event::id, 20, new Cost(1, 3, 0, 0));
        assertPages(
                size,
                (PageRequest<EventPosition> request) -> events.list(store.organizer.id(), request),
                EventPosition::of,
                20,
                new Cost(1, 1.5, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void guestLists(Size size) {
        FilledStore store = size.store();
        InvitationRepository invitations = store.repositories.invitations();
        Event event = GuestLists.event(store.repositories);
        Invitation invited = Fresh.invitation(event.id(), NOW);
        Invitation confirmed = GuestLists.confirmed(invited);
        Invitation waiting = GuestLists.waiting(confirmed, 7);
        Invitation elsewhere = GuestLists.waiting(waiting, 8);
        OutboxMessage known = Fresh.message(event.id(), NOW);
        store.repositories.outbox().owe(List.of(known));

        // Read first is the event, and what is to be replaced: the invitation, and what may be owed to the organizer
        // already.
        assertThat(step(store, event, present -> GuestLists.adding(present, List.of(invited))))
                .isEqualTo(new Cost(2, 1, 0, 2));
        assertThat(step(store, event, present -> GuestLists.owing(present, List.of(Fresh.message(event.id(), NOW)))))
                .isEqualTo(new Cost(2, 1, 0, 2));
        assertThat(step(store, event, present -> GuestLists.owing(present, List.of(known))))
                .isEqualTo(new Cost(2, 2, 0, 2));
        // The event, the invitation, its history, and what the organizer is told.
        assertThat(step(store, event, present -> GuestLists.changing(present, invited, confirmed)))
                .isEqualTo(new Cost(2, 2, 0, 4));
        assertThat(step(store, event, present -> GuestLists.changing(present, confirmed, waiting)))
                .isEqualTo(new Cost(2, 2, 0, 5));
        assertThat(step(store, event, present -> GuestLists.changing(present, waiting, elsewhere)))
                .isEqualTo(new Cost(2, 2, 0, 6));
        assertThat(store.meter.of(() -> invitations.find(invited.key()))).isEqualTo(new Cost(1, 1, 0, 0));
        assertThat(store.meter.of(() -> invitations.updateAll(
                        List.of(new Replacement<>(GuestLists.waiting(elsewhere, 8), elsewhere.revision())))))
                .isEqualTo(new Cost(1, 0, 2, 0));
        assertThat(store.meter.of(() -> invitations.waiting(store.event.id(), 1)))
                .isEqualTo(new Cost(2, 2, 0, 0));
        assertThat(store.meter.of(() -> invitations.waiting(store.event.id(), 50)))
                .isEqualTo(new Cost(2, 53, 0, 0));
        assertThat(store.meter.of(() -> invitations.countWaitingBefore(store.event.id(), 51)))
                .isEqualTo(new Cost(1, 3, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfGuestLists(Size size) {
        FilledStore store = size.store();
        InvitationRepository invitations = store.repositories.invitations();
        EventId event = store.event.id();

        assertPages(
                size,
                (PageRequest<InvitationId> request) -> invitations.list(event, request),
                invitation -> invitation.key().id(),
                20,
                new Cost(1, 3, 0, 0));
        assertPages(
                size,
                (PageRequest<InvitationId> request) -> invitations.list(event, Response.ACCEPTED, request),
                invitation -> invitation.key().id(),
                20,
                new Cost(1, 3, 0, 0));
        assertPages(size, invitations::list, Invitation::key, 20, new Cost(1, 3, 0, 0));
        assertPages(
                size,
                (PageRequest<InvitationKey> request) ->
                        invitations.list(store.guest.guest().email(), request),
                Invitation::key,
                20,
                new Cost(1, 1.5, 0, 0));
        assertPages(
                size,
                (PageRequest<Long> request) -> invitations.history(store.guest.key(), request),
                AnswerRecord::number,
                20,
                new Cost(1, 2, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void outbox(Size size) {
        FilledStore store = size.store();
        OutboxRepository outbox = store.repositories.outbox();
        OutboxMessage message = Fresh.message(store.event.id(), Fresh.NEVER.at());
        OutboxMessage leased = new OutboxMessage(
                message.id(),
                message.kind(),
                message.event(),
                message.invitation(),
                message.sequence(),
                message.dueAt().plusSeconds(60),
                1,
                message.revision().next());

        assertThat(store.meter.of(() -> outbox.owe(List.of(message)))).isEqualTo(new Cost(1, 0, 2, 0));
        // In the index it moves, for it is due later.
        assertThat(store.meter.of(() -> outbox.updateAll(List.of(new Replacement<>(leased, message.revision())))))
                .isEqualTo(new Cost(1, 0, 3, 0));
        assertThat(store.meter.of(() -> outbox.removeAll(List.of(new Removal<>(leased.id(), leased.revision())))))
                .isEqualTo(new Cost(1, 0, 0, 1));
        assertThat(store.meter.of(() -> outbox.due(NOW, 20))).isEqualTo(new Cost(4, 4, 0, 0));
        assertPages(size, outbox::list, OutboxMessage::id, 20, new Cost(1, 2, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void links(Size size) {
        FilledStore store = size.store();
        LinkRepository links = store.repositories.links();
        List<AnswerLink> some = Stream.generate(Fresh::answerLink).limit(50).toList();
        SecretLink secret = new SecretLink(SecretLink.subject(store.event.id()), Fresh.hash());

        assertThat(store.meter.of(() -> links.addAll(some))).isEqualTo(new Cost(2, 0, 50, 0));
        assertThat(store.meter.of(() -> links.find(some.getFirst().hash()))).isEqualTo(new Cost(1, 1, 0, 0));
        assertThat(store.meter.of(() -> links.putAll(List.of(secret)))).isEqualTo(new Cost(1, 0, 1, 0));
        assertThat(store.meter.of(() -> links.findSecret(secret.subject()))).isEqualTo(new Cost(1, 1, 0, 0));
        assertPages(size, links::list, AnswerLink::hash, 20, new Cost(1, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void customers(Size size) {
        FilledStore store = size.store();
        CustomerRepository customers = store.repositories.customers();
        Customer first = new Customer(Fresh.customerId(), Revision.first(NOW));
        Customer third = new Customer(first.id(), first.revision().next().next());

        assertThat(store.meter.of(() -> customers.put(first.id(), NOW))).isEqualTo(new Cost(1, 0, 1, 0));
        // Refused for the one there, and then a put in place of it.
        assertThat(store.meter.of(() -> customers.put(first.id(), NOW))).isEqualTo(new Cost(2, 0, 1, 0));
        assertThat(store.meter.of(() -> customers.find(first.id()))).isEqualTo(new Cost(1, 1, 0, 0));
        assertThat(store.meter.of(() -> customers.update(
                        new Replacement<>(third, first.revision().next()))))
                .isEqualTo(new Cost(1, 0, 1, 0));
        assertThat(store.meter.of(() -> customers.remove(new Removal<>(first.id(), third.revision()))))
                .isEqualTo(new Cost(1, 0, 0, 1));
        assertPages(size, customers::list, Customer::id, 20, new Cost(1, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void numbers(Size size) {
        FilledStore store = size.store();
        NumberRepository numbers = store.repositories.numbers();
        ExactNumber number = Fresh.number();

        assertThat(store.meter.of(() -> numbers.put(number, NOW))).isEqualTo(new Cost(1, 0, 1, 0));
        assertThat(store.meter.of(() -> numbers.put(number, NOW))).isEqualTo(new Cost(2, 0, 1, 0));
        assertPages(size, numbers::list, RegisteredNumber::number, 20, new Cost(1, 1, 0, 0));
    }

    /** A batch of restored things is read and written in batches, at the capacity that each of them costs alone. */
    @ParameterizedTest
    @EnumSource
    void restorations(Size size) {
        FilledStore store = size.store();
        List<UuidRegistration> given = batch(100);

        assertThat(store.meter.of(() -> store.repositories.uuids().restoreAll(given)))
                .isEqualTo(new Cost(5, 0, 100, 0));
        assertThat(store.meter.of(() -> store.repositories.uuids().restoreAll(given)))
                .isEqualTo(new Cost(1, 100, 0, 0));
    }

    /** Demands one cost of a full page at the beginning, in the middle and at the end. */
    private static <T, K> void assertPages(
            Size size, Function<PageRequest<K>, Page<T, K>> list, Function<T, K> keyOf, int limit, Cost cost) {
        List<K> keys = new ArrayList<>();
        PageRequest<K> request = PageRequest.first(PageRequest.MAX_LIMIT);
        Optional<K> next;
        do {
            Page<T, K> page = list.apply(request);
            page.items().forEach(item -> keys.add(keyOf.apply(item)));
            next = page.next();
            request = next.map(request::startingAfter).orElse(request);
        } while (next.isPresent());
        assertThat(keys).hasSizeGreaterThanOrEqualTo(size.items);

        PageRequest<K> first = PageRequest.first(limit);
        PageRequest<K> middle = first.startingAfter(keys.get(keys.size() / 2));
        // One more than a page, so that this one, too, looks at the item that follows it.
        PageRequest<K> last = first.startingAfter(keys.get(keys.size() - limit - 2));
        for (PageRequest<K> page : List.of(first, middle, last)) {
            CapacityMeter meter = size.store().meter;
            assertThat(meter.of(() -> assertThat(list.apply(page).items()).hasSize(limit)))
                    .as("page of %s after %s", size, page.after())
                    .isEqualTo(cost);
        }
    }

    /** What a step costs whose event was read before. */
    private static Cost step(FilledStore store, Event event, Function<Event, GuestListWrite> step) {
        GuestListWrite write = step.apply(GuestLists.present(store.repositories, event));
        return store.meter.of(() -> store.repositories.invitations().write(write));
    }

    private static List<UuidRegistration> batch(int count) {
        return Stream.generate(() -> UuidRegistration.first(Fresh.uuid(), NOW))
                .limit(count)
                .toList();
    }

    /** The event after one more write that gives it the details of another. */
    private static Event again(Event event, Event other) {
        return new Event(
                event.id(),
                other.details(),
                event.uid(),
                event.sequence(),
                event.counts(),
                NOW,
                event.revision().next());
    }
}
