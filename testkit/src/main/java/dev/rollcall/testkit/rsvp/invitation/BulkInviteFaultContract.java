package dev.rollcall.testkit.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationDraft;
import dev.rollcall.rsvp.invitation.InvitationOutcome;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.testkit.contract.StoreContract;
import dev.rollcall.testkit.fault.Faults;
import dev.rollcall.testkit.fixture.BorrowedStore;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many are invited in several steps: where one fails, what is said of each guest must be what is stored. */
interface BulkInviteFaultContract extends StoreContract {

    /** More than one step carries, and less than two: each writes two items. */
    private int count() {
        return repositories().invitations().maxWeight() * 3 / 5;
    }

    /** Whichever call of the store fails, and in whichever way, the same request again goes on with those who are left. */
    @Test
    default void aBulkInvitationThatFailsMidwayShouldReportEachGuest() {
        Faults faults = new Faults();
        MutableClock clock = new MutableClock(Fresh.instant());
        try (Rollcall rollcall = Rollcall.over(faults.over(store()), clock)) {
            for (Faults.Kind kind : Faults.Kind.values()) {
                int call = 0;
                boolean failed = true;
                while (failed) {
                    call++;
                    Party party = party(rollcall, clock);
                    InvitationDraft[] drafts = drafts();
                    faults.arm(kind, call);
                    List<InvitationOutcome> told = invite(party, drafts);
                    failed = faults.disarm();

                    assertOutcomesAreStored(party, drafts, told);
                    assertThat(failed || told.stream().allMatch(InvitationOutcome.Created.class::isInstance))
                            .isTrue();
                    assertAllInvitedOnce(party, drafts.length, party.invite(drafts));
                }
                assertThat(call).as("calls that fail as %s", kind).isGreaterThan(2);
            }
        }
    }

    /** A caller that has waited for long gets the outcome so far, before a gateway answers instead. */
    @Test
    default void aBulkInvitationThatTakesTooLongShouldStopBetweenTwoSteps() {
        Instant start = Fresh.instant();
        MutableClock clock = new MutableClock(start);
        InstantSource slow = () -> {
            clock.advance(Duration.ofSeconds(8));
            return clock.instant();
        };
        try (Rollcall rollcall = Rollcall.over(new BorrowedStore(store()), slow)) {
            Party party = party(rollcall, slow);
            InvitationDraft[] drafts = drafts();

            List<InvitationOutcome> told = party.invite(drafts);

            assertOutcomesAreStored(party, drafts, told);
            assertThat(told.getFirst()).isInstanceOf(InvitationOutcome.Created.class);
            assertThat(told.getLast())
                    .isInstanceOfSatisfying(
                            InvitationOutcome.NotDone.class,
                            left -> assertThat(left.cause())
                                    .isInstanceOfSatisfying(
                                            StoreUnavailableException.class,
                                            cause -> assertThat(cause.reason()).isEqualTo(Reason.OVERLOADED)));
            assertAllInvitedOnce(party, drafts.length, party.invite(drafts));
        }
    }

    private Party party(Rollcall rollcall, InstantSource clock) {
        return new Party(store(), rollcall, clock, Optional.empty(), WaitlistPolicy.OFF);
    }

    private InvitationDraft[] drafts() {
        return Stream.generate(Party::stranger).limit(count()).toArray(InvitationDraft[]::new);
    }

    /** An exception says of all what the outcomes say of each. */
    private static List<InvitationOutcome> invite(Party party, InvitationDraft... drafts) {
        try {
            return party.invite(drafts);
        } catch (StoreUnavailableException failed) {
            InvitationOutcome outcome = failed.reason() == Reason.OUTCOME_UNKNOWN
                    ? new InvitationOutcome.Unknown(failed)
                    : new InvitationOutcome.NotDone(failed);
            return Stream.generate(() -> outcome).limit(drafts.length).toList();
        } catch (StoreFailureException bug) {
            InvitationOutcome outcome = new InvitationOutcome.NotDone(bug);
            return Stream.generate(() -> outcome).limit(drafts.length).toList();
        }
    }

    private static void assertOutcomesAreStored(Party party, InvitationDraft[] drafts, List<InvitationOutcome> told) {
        Map<InvitationId, Invitation> stored = new HashMap<>();
        party.invitations().forEach(one -> stored.put(one.key().id(), one));
        assertThat(told).hasSameSizeAs(drafts);
        for (int i = 0; i < drafts.length; i++) {
            InvitationId id =
                    InvitationId.of(party.event().id(), drafts[i].email().orElseThrow());
            switch (told.get(i)) {
                case InvitationOutcome.Created(Invitation created) ->
                    assertThat(stored).containsEntry(id, created);
                case InvitationOutcome.NotDone(var cause) -> assertThat(stored).doesNotContainKey(id);
                case InvitationOutcome.Unknown(var cause) -> {
                    // Stored or not.
                }
                case InvitationOutcome.Exists exists -> throw new AssertionError(exists);
                case InvitationOutcome.Invalid invalid -> throw new AssertionError(invalid);
            }
        }
        party.assertCountsAreRight();
    }

    private static void assertAllInvitedOnce(Party party, int count, List<InvitationOutcome> told) {
        assertThat(told).hasSize(count).allMatch(outcome -> outcome.failure().isEmpty());
        assertThat(party.invitations()).hasSize(count);
        assertThat(party.queued(NotificationKind.INVITATION)).hasSize(count);
        party.assertCountsAreRight();
    }
}
