package dev.rollcall.rsvp.invitation;

import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import java.util.Optional;

/**
 * Who is invited, as known when the invitation was made.
 *
 * @param email where the mail goes
 * @param name how to address them
 * @param user which user they are, where they were invited as one
 */
public record Guest(EmailAddress email, Optional<UserName> name, Optional<UserId> user) {}
