package dev.rollcall.testkit.rsvp.invitation;

/** Who gets a seat, who waits for one, and what is refused: the rules of guest lists, over every store. */
interface InvitationServiceContract
        extends InviteContract, AnswerContract, ReplyContract, ReplyOrderContract, SeatContract, EventChangeContract {}
