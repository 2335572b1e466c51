package dev.rollcall.testkit.rsvp.invitation;

import static dev.rollcall.testkit.contract.Outcomes.assertRefused;
import static dev.rollcall.testkit.contract.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.AnswerRefusedException.Reason;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.port.Outcome;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationDraft;
import dev.rollcall.rsvp.invitation.InvitationOutcome;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import dev.rollcall.testkit.rsvp.invitation.Party.Guest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is invited, once, and by which link they answer. */
interface InviteContract extends PartyContract {

    @Test
    default void nobodyShouldBeInvitedTwice() {
        withoutLimit((party, clock) -> {
            InvitationDraft ann = Party.stranger();
            InvitationDraft again = new InvitationDraft(
                    ann.email().map(email -> new EmailAddress(email.typed().toUpperCase(Locale.ROOT))),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(3));

            List<InvitationOutcome> first = party.invite(ann, again, Party.stranger());
            List<InvitationOutcome> second = party.invite(again);

            assertThat(first.get(0)).isInstanceOf(InvitationOutcome.Created.class);
            assertThat(first.get(1)).isInstanceOf(InvitationOutcome.Exists.class);
            assertThat(first.get(2)).isInstanceOf(InvitationOutcome.Created.class);
            assertThat(second.getFirst())
                    .isEqualTo(new InvitationOutcome.Exists(((InvitationOutcome.Created) first.get(0)).invitation()));
            assertThat(party.queued(NotificationKind.INVITATION)).hasSize(2);
            assertThat(party.event().counts().invited()).isEqualTo(2);
        });
    }

    @Test
    default void domainsThatDifferInASharpSShouldBeTwoGuests() {
        withoutLimit((party, clock) -> {
            String local = Fresh.word();

            List<InvitationOutcome> outcomes =
                    party.invite(draft(local + "@straße.example"), draft(local + "@strasse.example"));

            assertThat(outcomes).hasOnlyElementsOfType(InvitationOutcome.Created.class);
            assertThat(party.invite(draft(local + "@xn--strae-oqa.example")).getFirst())
                    .isInstanceOf(InvitationOutcome.Exists.class);
        });
    }

    /** Before IDNA 2008 the one with the sharp s had the id that is the other's today. */
    @Test
    default void anInvitationWithAFormerIdShouldBeFoundAndReplaceNoOther() {
        withoutLimit((party, clock) -> {
            String local = Fresh.word();
            InvitationDraft sharp = draft(local + "@straße.example");
            InvitationDraft plain = draft(local + "@strasse.example");
            Invitation old = restore(
                    party.event(), sharp.email().orElseThrow(), plain.email().orElseThrow());

            assertThat(party.invite(sharp).getFirst()).isEqualTo(new InvitationOutcome.Exists(old));
            Invitation other = ((InvitationOutcome.Created) party.invite(plain).getFirst()).invitation();
            assertThat(other.key()).isNotEqualTo(old.key());
            assertThat(party.invite(plain).getFirst()).isEqualTo(new InvitationOutcome.Exists(other));
            assertThat(party.invite(sharp).getFirst()).isEqualTo(new InvitationOutcome.Exists(old));
        });
    }

    private static InvitationDraft draft(String email) {
        return new InvitationDraft(
                Optional.of(new EmailAddress(email)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    default void aWholeTownShouldBeInvitedAtOnce() {
        withoutLimit((party, clock) -> {
            List<Guest> guests = party.guests(150);

            assertThat(party.invitations())
                    .map(Invitation::key)
                    .containsExactlyInAnyOrderElementsOf(Party.keys(guests));
            assertThat(party.queued(NotificationKind.INVITATION)).hasSize(150);
            party.assertCountsAreRight();
        });
    }

    @Test
    default void aUserShouldBeInvitedByIdAndOneWhoIsNotThereBeNamed() {
        withoutLimit((party, clock) -> {
            UserId organizer = party.organizer().id();
            List<InvitationOutcome> outcomes = party.invite(
                    new InvitationDraft(Optional.empty(), Optional.of(organizer), Optional.empty(), Optional.empty()),
                    new InvitationDraft(
                            Optional.empty(), Optional.of(Fresh.userId()), Optional.empty(), Optional.empty()));

            assertThat(((InvitationOutcome.Created) outcomes.get(0))
                            .invitation()
                            .guest()
                            .email())
                    .isEqualTo(party.organizer().email());
            assertThat(((InvitationOutcome.Invalid) outcomes.get(1)).reason()).contains("existing user");
        });
    }

    @Test
    default void aWithdrawnInvitationShouldFreeItsSeatsAndCanBeRenewed() {
        at(1, WaitlistPolicy.AUTO, (party, clock) -> {
            List<Guest> guests = party.guests(2);
            guests.forEach(guest -> party.accept(guest, 1));

            party.withdraw(guests.get(0));
            party.withdraw(guests.get(0));

            assertThat(party.standing(guests.get(1))).isEqualTo(Standing.CONFIRMED);
            assertThat(party.queued(NotificationKind.WITHDRAWN)).hasSize(1);
            assertRefused(Reason.WITHDRAWN, () -> party.accept(guests.get(0), 1));
            party.assertCountsAreRight();

            Invitation withdrawn = party.read(guests.get(0));
            List<InvitationOutcome> again = party.invite(new InvitationDraft(
                    Optional.of(withdrawn.guest().email()), Optional.empty(), Optional.empty(), Optional.empty()));
            Invitation renewed = ((InvitationOutcome.Created) again.getFirst()).invitation();
            refused(NotFoundException.class, () -> party.accept(guests.get(0), 1));
            assertThat(party.answer(party.linked(renewed), ParticipationStatus.DECLINED)
                            .invitation()
                            .answer()
                            .response())
                    .isEqualTo(ParticipationStatus.DECLINED);
            party.assertCountsAreRight();
        });
    }

    @Test
    default void aNewLinkShouldEndTheOneBefore() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();

            Invitation resent = party.resend(guest);

            refused(NotFoundException.class, () -> party.accept(guest, 1));
            assertThat(party.accept(party.linked(resent), 1).invitation().seats())
                    .isEqualTo(1);
            assertThat(party.queued(NotificationKind.INVITATION)).hasSize(2);
        });
    }

    @Test
    default void sendingAgainTwiceFromOneSightShouldSendOnce() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();

            Invitation once = party.resend(guest, 0);
            Invitation twice = party.resend(guest, 0);

            assertThat(twice).isEqualTo(once);
            assertThat(party.resend(guest, 1).links().generation()).isEqualTo(2);
            assertThat(party.queued(NotificationKind.INVITATION)).hasSize(3);
        });
    }

    @Test
    default void aTokenThatWasNeverGivenOutShouldOpenNothing() {
        withoutLimit((party, clock) -> {
            Guest stranger = new Guest(party.guest().key(), LinkToken.random(new SecureRandom()));

            refused(NotFoundException.class, () -> party.accept(stranger, 1));
        });
    }

    /** Stores the invitation of a guest under the id that would be another's. */
    private Invitation restore(Event event, EmailAddress guest, EmailAddress other) {
        InvitationKey key = new InvitationKey(event.id(), InvitationId.of(event.id(), other));
        Invitation invitation = Invitations.fresh(key, guest, event.createdAt());
        repositories().invitations().restoreAll(List.of(invitation)).forEach(Outcome::orThrow);
        return invitation;
    }
}
