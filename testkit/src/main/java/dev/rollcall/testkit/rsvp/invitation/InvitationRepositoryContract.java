package dev.rollcall.testkit.rsvp.invitation;

import dev.rollcall.rsvp.invitation.InvitationRepository;

/** What {@link InvitationRepository} promises. */
public interface InvitationRepositoryContract
        extends GuestListWriteContract,
                GuestListWriteAllContract,
                GuestListContentionContract,
                InvitationContentContract,
                InvitationsOfEventContract,
                InvitationsOfGuestContract,
                WaitlistContract,
                AnswerHistoryContract,
                InvitationRestoreContract {}
