package dev.rollcall.rsvp.invitation;

import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import java.util.Optional;

/**
 * The guest of an invitation, with the data of the time when it was made.
 *
 * @param email the address that mails are sent to
 * @param name the name in salutations; empty where it is not known
 * @param user the id of the user, where the guest was invited as a user
 */
public record Guest(EmailAddress email, Optional<UserName> name, Optional<UserId> user) {}
