package dev.rollcall.testkit.rsvp.invitation;

import static dev.rollcall.testkit.contract.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.testkit.fixture.Events;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code write}: it stores everything of one step, or nothing. */
interface GuestListWriteContract extends InvitationContract {

    @Test
    default void writeShouldStoreEverythingOfAStep() {
        Event event = event();
        Invitation known = invite(event.id(), 1).getFirst();
        GuestListDraft step = everythingTo(present(event.id()), known);

        assertThat(write(step)).isEqualTo(step.write().event().next());

        assertStored(step.write());
    }

    @Test
    default void writeShouldStoreTheWholeEvent() {
        Event event = event();
        UserId heir = repositories().users().add(Fresh.user(Fresh.instant())).id();
        Event handedOn = counted(new EventCounts(6, 5, 4, 3, 2, 1), Events.handedTo(heir, event));

        assertThat(write(GuestListDraft.to(event, handedOn))).isEqualTo(handedOn);

        assertThat(present(event.id())).isEqualTo(handedOn);
        assertThat(repositories().events().list(heir, PageRequest.first(2)).items())
                .containsExactly(handedOn);
        assertThat(repositories()
                        .events()
                        .list(event.details().organizerId(), PageRequest.first(2))
                        .items())
                .isEmpty();
    }

    @Test
    default void writeShouldStoreAStepOfFullWeight() {
        int most = invitations().maxWeight();
        Event event = event();
        List<Invitation> known = invite(event.id(), most / 5);
        GuestListDraft step = GuestListDraft.from(present(event.id())).add(InvitationContract.freshTo(event.id(), 8));
        for (Invitation before : known) {
            Invitation next = Invitations.answered(ParticipationStatus.DECLINED, before);
            step = step.change(before, next).record(Invitations.record(before, next));
        }
        step = step.enqueue(Stream.generate(() -> Fresh.message(event.id(), Fresh.instant()))
                .limit(most - step.write().weight())
                .toList());
        assertThat(step.write().weight()).isEqualTo(most);

        write(step);

        assertStored(step.write());
    }

    /** One kind of change fills a step, so that its one statement is as large as it gets. */
    @Test
    default void writeShouldChangeAsManyInvitationsAsFitAStep() {
        int most = (invitations().maxWeight() - 2) / 3;
        Event event = event();
        List<Invitation> known = invite(event.id(), most);
        GuestListDraft step = GuestListDraft.from(present(event.id()));
        for (Invitation before : known) {
            step = step.change(before, Invitations.answered(ParticipationStatus.DECLINED, before));
        }

        write(step);

        assertStored(step.write());
    }

    @Test
    default void maxWeightShouldAlwaysBeTheSameAndWithinItsBounds() {
        assertThat(invitations().maxWeight())
                .isBetween(100, 1_000)
                .isEqualTo(invitations().maxWeight());
    }

    @Test
    default void writeShouldLeaveAMessageThatIsQueuedAlready() {
        Event event = event();
        OutboxMessage known = Fresh.message(event.id(), Fresh.instant());
        Event next = write(GuestListDraft.from(event).enqueue(known));
        OutboxMessage again = new OutboxMessage(
                known.id(),
                known.task(),
                known.event(),
                known.invitation(),
                known.sequence() + 1,
                Fresh.instant(),
                9,
                Revision.first(Fresh.instant()));
        OutboxMessage other = Fresh.message(event.id(), Fresh.instant());
        Invitation added = Fresh.invitation(event.id(), Fresh.instant());

        write(GuestListDraft.from(next).add(added).enqueue(List.of(again, other)));

        assertThat(queuedFor(event)).containsExactlyInAnyOrder(known, other);
        assertThat(lookUp(added.key())).contains(added);
    }

    @Test
    default void writeShouldStoreNothingWhereTheEventHasMoved() {
        Event event = event();
        Invitation known = invite(event.id(), 1).getFirst();
        Event seen = present(event.id());
        write(GuestListDraft.from(seen));

        PreconditionFailedException refusal =
                assertStoresNothing(PreconditionFailedException.class, everythingTo(seen, known), known);

        assertThat(refusal.resource()).isEqualTo("event");
        assertThat(refusal.id()).isEqualTo(event.id().value());
    }

    @Test
    default void writeShouldStoreNothingWhereTheEventIsGone() {
        Event event = event();
        Invitation known = invite(event.id(), 1).getFirst();
        Event seen = present(event.id());
        repositories().events().remove(new Removal<>(event.id(), seen.revision()));

        NotFoundException refusal = assertStoresNothing(NotFoundException.class, everythingTo(seen, known), known);

        assertThat(refusal.resource()).isEqualTo("event");
        assertThat(refusal.id()).isEqualTo(event.id().value());
    }

    @Test
    default void writeShouldStoreNothingWhereTheNewOrganizerIsUnknown() {
        Event event = event();
        Invitation known = invite(event.id(), 1).getFirst();
        Event seen = present(event.id());
        UserId nobody = Fresh.userId();

        NotFoundException refusal = assertStoresNothing(
                NotFoundException.class, everythingTo(seen, Events.handedTo(nobody, seen), known), known);

        assertThat(refusal.resource()).isEqualTo("user");
        assertThat(refusal.id()).isEqualTo(nobody.value());
    }

    @Test
    default void writeShouldFindAStaleEventBeforeAnUnknownOrganizer() {
        Event event = event();
        write(GuestListDraft.from(event));

        refused(
                PreconditionFailedException.class,
                () -> write(GuestListDraft.to(event, Events.handedTo(Fresh.userId(), event))));
    }

    @Test
    default void writeShouldStoreNothingWhereAnInvitationHasMoved() {
        Event event = event();
        List<Invitation> known = invite(event.id(), 2);
        Invitation moved = known.getLast();
        Invitation present = update(replace(moved, Invitations.rewritten(moved)));
        GuestListDraft step = everythingTo(present(event.id()), known.getFirst())
                .change(moved, Invitations.answered(ParticipationStatus.DECLINED, moved));

        assertRefuses(moved.key(), step, known.getFirst());

        assertThat(lookUp(moved.key())).contains(present);
    }

    @Test
    default void writeShouldStoreNothingWhereAnInvitationToChangeIsAbsent() {
        Event event = event();
        Invitation known = invite(event.id(), 1).getFirst();
        Invitation absent = Fresh.invitation(event.id(), Fresh.instant());
        GuestListDraft step = everythingTo(present(event.id()), known)
                .change(absent, Invitations.answered(ParticipationStatus.DECLINED, absent));

        assertRefuses(absent.key(), step, known);

        assertThat(lookUp(absent.key())).isEmpty();
    }

    @Test
    default void writeShouldStoreNothingWhereAnInvitationToAddIsThere() {
        Event event = event();
        List<Invitation> known = invite(event.id(), 2);
        Invitation there = known.getLast();
        GuestListDraft step = everythingTo(present(event.id()), known.getFirst())
                .add(Fresh.invitation(event.id(), there.guest().email(), Fresh.instant()));

        assertRefuses(there.key(), step, known.getFirst());

        assertThat(lookUp(there.key())).contains(there);
    }

    /** A step of every part. */
    private static GuestListDraft everythingTo(Event event, Invitation known) {
        return everythingTo(
                event, counted(new EventCounts(2, 1, 0, 0, 0, 2), Events.with(event.details(), event)), known);
    }

    private static GuestListDraft everythingTo(Event event, Event next, Invitation known) {
        Invitation answered = Invitations.answered(ParticipationStatus.ACCEPTED, known);
        Invitation added = Fresh.invitation(event.id(), Fresh.instant());
        return GuestListDraft.to(event, next)
                .add(added)
                .change(known, answered)
                .record(List.of(Invitations.record(known, answered), Invitations.record(added, added)))
                .enqueue(Fresh.message(event.id(), Fresh.instant()));
    }

    private static Event counted(EventCounts counts, Event event) {
        return new Event(
                event.id(),
                event.details(),
                event.uid(),
                event.sequence(),
                counts,
                event.updatedAt(),
                event.revision());
    }

    private void assertRefuses(InvitationKey culprit, GuestListDraft step, Invitation known) {
        PreconditionFailedException refusal = assertStoresNothing(PreconditionFailedException.class, step, known);
        assertThat(refusal.resource()).isEqualTo("invitation");
        assertThat(refusal.id()).isEqualTo(culprit.id().value());
    }

    private <E extends RollcallException> E assertStoresNothing(Class<E> kind, GuestListDraft step, Invitation known) {
        GuestListWrite write = step.write();
        Event next = write.event().next();
        Optional<Event> before = repositories().events().find(next.id());
        Invitation added = write.added().getFirst();

        E refusal = refused(kind, () -> write(step));

        assertThat(repositories().events().find(next.id())).isEqualTo(before);
        assertThat(lookUp(known.key())).contains(known);
        assertThat(lookUp(added.key())).isEmpty();
        assertThat(recordsOf(known.key())).isEmpty();
        assertThat(recordsOf(added.key())).isEmpty();
        assertThat(queuedFor(next)).isEmpty();
        return refusal;
    }
}
