package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violations;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import java.util.Optional;

/**
 * A guest to invite: an address, or a user with an address.
 *
 * @param email the guest's address; empty where a user is given
 * @param user the id of the user to invite; empty where an address is given
 * @param name the name in salutations; empty for the user's name, or none
 * @param partyLimit the largest party that they may bring; the event's where it is absent
 */
public record InvitationDraft(
        Optional<EmailAddress> email, Optional<UserId> user, Optional<UserName> name, Optional<Integer> partyLimit) {

    /** Checks the limit, and that it is one of both. */
    public InvitationDraft {
        Violations violations = new Violations();
        if (email.isPresent() == user.isPresent()) {
            violations.check("email", () -> {
                throw new InvalidInputException("either email or user_id is required, and not both");
            });
        }
        violations.check(
                "party_limit",
                () -> partyLimit.ifPresent(size -> EventDetails.requireRange(size, 1, EventDetails.MAX_PARTY)));
        violations.throwIfAny();
    }
}
