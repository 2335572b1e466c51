package dev.rollcall.rsvp;

import java.time.Instant;
import java.util.Optional;

/**
 * What a calendar program replies to an invitation.
 *
 * @param token the {@linkplain Invitation#replyToken secret} in the address that it replies to: this alone shows that the guest was
 *     asked
 * @param uid which event it means
 * @param attendee who replies
 * @param response what they say
 * @param sequence which sequence of the event they have seen
 * @param stamp when the reply was made
 * @param comment what they add
 */
public record CalendarReply(
        LinkToken token,
        String uid,
        EmailAddress attendee,
        Response response,
        int sequence,
        Instant stamp,
        Optional<String> comment) {}
