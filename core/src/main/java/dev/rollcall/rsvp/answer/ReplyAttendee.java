package dev.rollcall.rsvp.answer;

import dev.rollcall.rsvp.user.EmailAddress;
import java.util.List;
import java.util.Optional;

/**
 * One ATTENDEE of a calendar reply.
 *
 * @param addresses the addresses that the line gives for this person; at least one
 * @param response the answer; empty where the line does not say whether the person comes
 * @param comment the comment of the line; empty for none
 */
public record ReplyAttendee(
        List<EmailAddress> addresses, Optional<ParticipationStatus> response, Optional<String> comment) {

    /** Copies the list. */
    public ReplyAttendee {
        addresses = List.copyOf(addresses);
    }

    /**
     * Whether this is a certain person.
     *
     * @param address the person's address, in any form
     * @return true where one of the addresses is the same
     */
    boolean is(EmailAddress address) {
        return addresses.stream().anyMatch(own -> own.key().equals(address.key()));
    }
}
