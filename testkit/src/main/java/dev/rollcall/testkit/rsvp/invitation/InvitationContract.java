package dev.rollcall.testkit.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationRepository;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.testkit.contract.FindAllContract;
import dev.rollcall.testkit.contract.ListContract;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.contract.UpdateContract;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the contracts of invitations have in common: each is to an event, which must be stored first. */
interface InvitationContract
        extends UpdateContract<Invitation, InvitationKey>,
                FindAllContract<Invitation, InvitationKey>,
                ListContract<Invitation, InvitationKey> {

    default InvitationRepository invitations() {
        return repositories().invitations();
    }

    /** Stores an event to which nobody is invited. */
    default Event event() {
        return repositories()
                .events()
                .add(Fresh.event(
                        repositories().users().add(Fresh.user(Fresh.instant())).id(), Fresh.instant()));
    }

    /** An event as it is now. */
    default Event present(EventId id) {
        return repositories().events().find(id).orElseThrow();
    }

    default Event write(GuestListDraft step) {
        return invitations().write(step.write());
    }

    /** Invites so many to an event. Gives the invitations in the order of their ids. */
    default List<Invitation> invite(EventId event, int count) {
        List<Invitation> invitations = freshTo(event, count);
        write(GuestListDraft.from(present(event)).add(invitations));
        return inOrder(invitations);
    }

    /** Stores the next state of an invitation. */
    default Invitation move(Invitation before, Invitation next) {
        write(GuestListDraft.from(present(before.key().event())).change(before, next));
        return next;
    }

    /** Demands that everything of a step is stored. */
    default void assertStored(GuestListWrite write) {
        Event next = write.event().next();
        assertThat(present(next.id())).isEqualTo(next);
        assertThat(write.added())
                .allSatisfy(added -> assertThat(lookUp(added.key())).contains(added));
        assertThat(write.changed())
                .allSatisfy(change -> assertThat(lookUp(change.next().key())).contains(change.next()));
        assertThat(write.history())
                .allSatisfy(record -> assertThat(recordsOf(record.invitation())).containsExactly(record));
        assertThat(queuedFor(next)).containsExactlyInAnyOrderElementsOf(write.messages());
    }

    default List<AnswerRecord> recordsOf(InvitationKey invitation) {
        return invitations().history(invitation, PageRequest.first(100)).items();
    }

    default List<OutboxMessage> queuedFor(Event event) {
        return Listing.all(repositories().outbox()::list, PageRequest.MAX_LIMIT).stream()
                .filter(message -> message.event().equals(event.id()))
                .toList();
    }

    static List<Invitation> freshTo(EventId event, int count) {
        return Stream.generate(() -> Fresh.invitation(event, Fresh.instant()))
                .limit(count)
                .toList();
    }

    static List<Invitation> inOrder(List<Invitation> invitations) {
        return invitations.stream()
                .sorted(Comparator.comparing(Invitation::key))
                .toList();
    }

    @Override
    default Invitation fresh(Instant createdAt) {
        return Fresh.invitation(event().id(), createdAt);
    }

    @Override
    default Invitation store(Invitation thing) {
        write(GuestListDraft.from(present(thing.key().event())).add(thing));
        return thing;
    }

    @Override
    default Invitation successorOf(Invitation thing) {
        return Invitations.rewritten(thing);
    }

    @Override
    default String resource() {
        return "invitation";
    }

    @Override
    default InvitationKey idOf(Invitation thing) {
        return thing.key();
    }

    @Override
    default String nameOf(InvitationKey id) {
        return id.id().value();
    }

    @Override
    default Optional<Invitation> lookUp(InvitationKey id) {
        return invitations().find(id);
    }

    @Override
    default List<Invitation> findAll(Set<InvitationKey> ids) {
        return invitations().findAll(ids);
    }

    @Override
    default InvitationKey freshId() {
        EventId event = new EventId(Fresh.word());
        return new InvitationKey(event, InvitationId.of(event, Fresh.email()));
    }

    @Override
    default Invitation update(Replacement<Invitation> replacement) {
        return updateAll(List.of(replacement)).getFirst().orThrow();
    }

    @Override
    default List<Outcome<Invitation>> updateAll(List<Replacement<Invitation>> replacements) {
        return invitations().updateAll(replacements);
    }

    @Override
    default Page<Invitation, InvitationKey> list(PageRequest<InvitationKey> request) {
        return invitations().list(request);
    }

    @Override
    default InvitationKey keyOf(Invitation item) {
        return item.key();
    }

    @Override
    default List<Invitation> storeSome(int count) {
        return invite(event().id(), count);
    }

    @Override
    default void disturb() {
        Invitation invitation = stored();
        move(invitation, Invitations.waiting(1, invitation));
    }
}
