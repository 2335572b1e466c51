package dev.rollcall.testkit.rsvp.invitation;

import static dev.rollcall.testkit.contract.Outcomes.failure;
import static dev.rollcall.testkit.contract.Outcomes.successes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.error.RefusedException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Removal;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Events;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code writeAll}: of each step it stores everything, or nothing, whatever becomes of the others. */
interface GuestListWriteAllContract extends InvitationContract {

    @Test
    default void writeAllShouldStoreEverythingOfEachStep() {
        List<GuestListWrite> steps = Stream.generate(
                        () -> answerAndInvite(guestOfNewEvent()).write())
                .limit(5)
                .toList();

        List<Event> stored = successes(invitations().writeAll(steps));

        assertThat(stored)
                .isEqualTo(steps.stream().map(step -> step.event().next()).toList());
        assertThat(steps).allSatisfy(this::assertStored);
    }

    @Test
    default void writeAllShouldTakeAsManyStepsAsItSays() {
        int most = Math.min(
                invitations().maxSteps(),
                invitations().maxWeight() / GuestListDraft.from(event()).write().weight());
        List<GuestListWrite> steps = Stream.generate(
                        () -> GuestListDraft.from(event()).write())
                .limit(most)
                .toList();

        List<Event> written = successes(invitations().writeAll(steps));

        assertThat(written).hasSize(most);
        assertThat(repositories()
                        .events()
                        .findAll(written.stream().map(Event::id).collect(Collectors.toUnmodifiableSet())))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    default void writeAllShouldTakeNoStepsAtAll() {
        assertThat(invitations().writeAll(List.of())).isEmpty();
    }

    @Test
    default void maxStepsShouldAlwaysBeTheSame() {
        assertThat(invitations().maxSteps())
                .isPositive()
                .isEqualTo(invitations().maxSteps());
    }

    @Test
    default void writeAllShouldRefuseAStepAloneWhoseEventHasMoved() {
        assertRefusedAlone(PreconditionFailedException.class, "event", step -> {
            write(GuestListDraft.from(present(step.write().event().next().id())));
            return step;
        });
    }

    @Test
    default void writeAllShouldRefuseAStepAloneWhoseEventIsGone() {
        assertRefusedAlone(NotFoundException.class, "event", step -> {
            Event event = event();
            repositories().events().remove(new Removal<>(event.id(), event.revision()));
            return GuestListDraft.from(event);
        });
    }

    @Test
    default void writeAllShouldRefuseAStepAloneWhoseOrganizerIsUnknown() {
        assertRefusedAlone(NotFoundException.class, "user", step -> {
            Event event = event();
            return GuestListDraft.to(event, Events.handedTo(Fresh.userId(), event));
        });
    }

    @Test
    default void writeAllShouldRefuseAStepAloneWhoseInvitationHasMoved() {
        assertRefusedAlone(PreconditionFailedException.class, "invitation", step -> {
            Invitation stored =
                    lookUp(step.write().changed().getFirst().next().key()).orElseThrow();
            update(replace(stored, Invitations.rewritten(stored)));
            return step;
        });
    }

    @Test
    default void writeAllShouldRefuseAStepAloneWhoseNewInvitationIsThere() {
        assertRefusedAlone(PreconditionFailedException.class, "invitation", step -> {
            Invitation known = guestOfNewEvent();
            return GuestListDraft.from(present(known.key().event()))
                    .add(Fresh.invitation(known.key().event(), known.guest().email(), Fresh.instant()));
        });
    }

    /** Groups with the same events in different orders are written at once, and no event is written twice. */
    @Test
    default void oneOfManyGroupsShouldWriteToEachEvent() {
        List<GuestListWrite> steps = Stream.generate(
                        () -> answerAndInvite(guestOfNewEvent()).write())
                .limit(6)
                .toList();

        List<Map<Integer, Outcome<Event>>> written = Contention.among(8, writer -> {
            List<Integer> order = IntStream.range(0, steps.size())
                    .map(i -> (i + writer) % steps.size())
                    .boxed()
                    .toList();
            List<Outcome<Event>> outcomes =
                    invitations().writeAll(order.stream().map(steps::get).toList());
            return IntStream.range(0, order.size()).boxed().collect(Collectors.toMap(order::get, outcomes::get));
        });

        for (int i = 0; i < steps.size(); i++) {
            int step = i;
            assertThat(written)
                    .filteredOn(outcomes -> outcomes.get(step) instanceof Outcome.Success<Event>)
                    .hasSize(1);
            assertStored(steps.get(i));
        }
    }

    /** The only guest of an event. */
    private Invitation guestOfNewEvent() {
        return invite(event().id(), 1).getFirst();
    }

    /** A step of every part. */
    private GuestListDraft answerAndInvite(Invitation known) {
        Event event = present(known.key().event());
        Invitation answered = Invitations.answered(ParticipationStatus.ACCEPTED, known);
        return GuestListDraft.from(event)
                .add(Fresh.invitation(event.id(), Fresh.instant()))
                .change(known, answered)
                .record(Invitations.record(known, answered))
                .enqueue(Fresh.message(event.id(), Fresh.instant()));
    }

    /** Writes a step that is refused between two that are not. */
    private void assertRefusedAlone(
            Class<? extends RefusedException> kind, String resource, UnaryOperator<GuestListDraft> spoil) {
        GuestListWrite first = answerAndInvite(guestOfNewEvent()).write();
        GuestListWrite refused = spoil.apply(answerAndInvite(guestOfNewEvent())).write();
        GuestListWrite last = answerAndInvite(guestOfNewEvent()).write();
        Optional<Event> before =
                repositories().events().find(refused.event().next().id());

        List<Outcome<Event>> outcomes = invitations().writeAll(List.of(first, refused, last));

        assertThat(outcomes.get(0)).isEqualTo(Outcome.success(first.event().next()));
        assertThat(failure(outcomes.get(1), kind)).extracting("resource").isEqualTo(resource);
        assertThat(outcomes.get(2)).isEqualTo(Outcome.success(last.event().next()));
        assertStored(first);
        assertStored(last);
        assertThat(repositories().events().find(refused.event().next().id())).isEqualTo(before);
    }
}
