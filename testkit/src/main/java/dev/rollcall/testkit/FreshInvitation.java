package dev.rollcall.testkit;

import dev.rollcall.Revision;
import dev.rollcall.rsvp.Answer;
import dev.rollcall.rsvp.Delivery;
import dev.rollcall.rsvp.EmailAddress;
import dev.rollcall.rsvp.ForeignReplies;
import dev.rollcall.rsvp.Guest;
import dev.rollcall.rsvp.Invitation;
import dev.rollcall.rsvp.InvitationKey;
import dev.rollcall.rsvp.Standing;
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
