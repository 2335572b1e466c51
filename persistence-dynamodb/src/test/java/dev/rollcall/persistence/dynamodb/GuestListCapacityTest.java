package dev.rollcall.persistence.dynamodb;

import static dev.rollcall.persistence.dynamodb.FilledStore.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.persistence.dynamodb.CapacityMeter.Cost;
import dev.rollcall.persistence.dynamodb.rsvp.invitation.GuestLists;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventPosition;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationRepository;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.link.SecretLink;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.outbox.OutboxRepository;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What operations and pages of events and their guest lists cost, exactly, and that it is the same whether tables hold a
 * hundred items or ten thousand. The table in docs/storage-dynamodb.md says the same.
 */
final class GuestListCapacityTest {

    @ParameterizedTest
    @EnumSource
    void events(StoreSize size) {
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
                .isEqualTo(new Cost(2, 1, 0, 3));
        size.assertPages(events::list, Event::id, 20, new Cost(1, 3, 0, 0));
        size.assertPages(
                (PageRequest<EventPosition> request) -> events.list(store.organizer.id(), request),
                EventPosition::of,
                20,
                new Cost(1, 1.5, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void guestLists(StoreSize size) {
        FilledStore store = size.store();
        InvitationRepository invitations = store.repositories.invitations();
        Event event = GuestLists.event(store.repositories);
        Invitation invited = Fresh.invitation(event.id(), NOW);
        Invitation confirmed = Invitations.answered(ParticipationStatus.ACCEPTED, invited);
        Invitation waiting = Invitations.waiting(7, confirmed);
        Invitation elsewhere = Invitations.waiting(8, waiting);
        OutboxMessage known = Fresh.message(event.id(), NOW);
        store.repositories.outbox().enqueue(List.of(known));

        // Read first is the event, and what is to be replaced: the invitation, and what may be queued for the organizer
        // already.
        assertThat(step(store, event, present -> GuestLists.adding(present, List.of(invited))))
                .isEqualTo(new Cost(2, 1, 0, 2));
        assertThat(step(
                        store,
                        event,
                        present -> GuestLists.enqueuing(present, List.of(Fresh.message(event.id(), NOW)))))
                .isEqualTo(new Cost(2, 1, 0, 2));
        assertThat(step(store, event, present -> GuestLists.enqueuing(present, List.of(known))))
                .isEqualTo(new Cost(2, 2, 0, 2));
        // The event, the invitation, its history, and the digest for the organizer.
        assertThat(step(store, event, present -> GuestLists.changing(present, invited, confirmed)))
                .isEqualTo(new Cost(2, 2, 0, 4));
        assertThat(step(store, event, present -> GuestLists.changing(present, confirmed, waiting)))
                .isEqualTo(new Cost(2, 2, 0, 5));
        assertThat(step(store, event, present -> GuestLists.changing(present, waiting, elsewhere)))
                .isEqualTo(new Cost(2, 2, 0, 6));
        assertThat(store.meter.of(() -> invitations.find(invited.key()))).isEqualTo(new Cost(1, 1, 0, 0));
        assertThat(store.meter.of(() -> invitations.updateAll(
                        List.of(new Replacement<>(Invitations.waiting(8, elsewhere), elsewhere.revision())))))
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
    void pagesOfGuestLists(StoreSize size) {
        FilledStore store = size.store();
        InvitationRepository invitations = store.repositories.invitations();
        EventId event = store.event.id();

        size.assertPages(
                (PageRequest<InvitationId> request) -> invitations.list(event, request),
                invitation -> invitation.key().id(),
                20,
                new Cost(1, 3, 0, 0));
        size.assertPages(
                (PageRequest<InvitationId> request) -> invitations.list(event, ParticipationStatus.ACCEPTED, request),
                invitation -> invitation.key().id(),
                20,
                new Cost(1, 3, 0, 0));
        size.assertPages(invitations::list, Invitation::key, 20, new Cost(1, 3, 0, 0));
        size.assertPages(
                (PageRequest<InvitationKey> request) ->
                        invitations.list(store.guest.guest().email(), request),
                Invitation::key,
                20,
                new Cost(1, 1.5, 0, 0));
        size.assertPages(
                (PageRequest<Long> request) -> invitations.history(store.guest.key(), request),
                AnswerRecord::number,
                20,
                new Cost(1, 2, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void outbox(StoreSize size) {
        FilledStore store = size.store();
        OutboxRepository outbox = store.repositories.outbox();
        OutboxMessage message = Fresh.message(store.event.id(), Fresh.NEVER.at());
        OutboxMessage leased = new OutboxMessage(
                message.id(),
                message.task(),
                message.event(),
                message.invitation(),
                message.sequence(),
                message.dueAt().plusSeconds(60),
                1,
                message.revision().next());

        assertThat(store.meter.of(() -> outbox.enqueue(List.of(message)))).isEqualTo(new Cost(1, 0, 2, 0));
        // In the index it moves, for it is due later.
        assertThat(store.meter.of(() -> outbox.updateAll(List.of(new Replacement<>(leased, message.revision())))))
                .isEqualTo(new Cost(1, 0, 3, 0));
        assertThat(store.meter.of(() -> outbox.removeAll(List.of(new Removal<>(leased.id(), leased.revision())))))
                .isEqualTo(new Cost(1, 0, 0, 1));
        assertThat(store.meter.of(() -> outbox.due(NOW, 20))).isEqualTo(new Cost(4, 4, 0, 0));
        size.assertPages(outbox::list, OutboxMessage::id, 20, new Cost(1, 2, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void links(StoreSize size) {
        FilledStore store = size.store();
        LinkRepository links = store.repositories.links();
        List<AnswerLink> some = Stream.generate(Fresh::answerLink).limit(50).toList();
        SecretLink secret = new SecretLink(LinkOwner.of(store.organizer), Fresh.hash());

        assertThat(store.meter.of(() -> links.addAll(some))).isEqualTo(new Cost(2, 0, 50, 0));
        assertThat(store.meter.of(() -> links.find(some.getFirst().hash()))).isEqualTo(new Cost(1, 1, 0, 0));
        assertThat(store.meter.of(() -> links.putAll(List.of(secret)))).isEqualTo(new Cost(1, 0, 0, 2));
        assertThat(store.meter.of(() -> links.findSecret(secret.owner()))).isEqualTo(new Cost(1, 1, 0, 0));
        size.assertPages(links::list, AnswerLink::hash, 20, new Cost(1, 1, 0, 0));
    }

    /** What a step costs whose event was read before. */
    private static Cost step(FilledStore store, Event event, Function<Event, GuestListWrite> step) {
        GuestListWrite write = step.apply(GuestLists.present(store.repositories, event));
        return store.meter.of(() -> store.repositories.invitations().write(write));
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
