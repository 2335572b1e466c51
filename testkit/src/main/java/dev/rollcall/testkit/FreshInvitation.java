package dev.rollcall.testkit;

import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.invitation.ForeignReplies;
import dev.rollcall.rsvp.invitation.Guest;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.user.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/** Invitations that nobody has answered. */
final class FreshInvitation {

    private FreshInvitation() {}

    /** The invitation of a guest under any key. */
    static Invitation of(InvitationKey key, EmailAddress email, Instant createdAt) {
        return new Invitation(
                key,
                new Guest(email, Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Answer.NONE,
                Standing.NONE,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                ForeignReplies.NONE,
                Fresh.token(),
                0,
                Optional.empty(),
                Delivery.QUEUED,
                createdAt,
                Revision.first(createdAt));
    }
}
