package dev.rollcall.testkit.rsvp.invitation;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationRepository;
import dev.rollcall.testkit.contract.ListContract;
import dev.rollcall.testkit.contract.UpdateContract;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the contracts of invitations have in common: each is to an event, which must be stored first. */
interface InvitationContract
        extends UpdateContract<Invitation, InvitationKey>, ListContract<Invitation, InvitationKey> {

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
