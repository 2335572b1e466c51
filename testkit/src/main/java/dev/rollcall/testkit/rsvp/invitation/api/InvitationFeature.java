package dev.rollcall.testkit.rsvp.invitation.api;

/** What the HTTP API must show of invitations, of answers, and of the pages for both. */
public interface InvitationFeature
        extends InviteApiContract,
                InvitationApiContract,
                InvitationListApiContract,
                ForgedCursorContract,
                AnswerApiContract,
                SeatApiContract,
                AnswerPageContract,
                AnswerFormContract,
                ManagePageContract,
                GuestImportContract,
                ReplyApiContract {}
