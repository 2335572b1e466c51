package dev.rollcall.testkit.rsvp.invitation;

/**
 * Who gets a seat, who waits for one, and what is refused: the rules of guest lists, over every store. Where the store fails,
 * what callers get must be what is stored.
 */
public interface InvitationServiceContract
        extends InviteContract,
                AnswerContract,
                ReplyContract,
                ReplyOrderContract,
                SeatContract,
                EventChangeContract,
                GuestListFaultContract,
                BulkInviteFaultContract {}
