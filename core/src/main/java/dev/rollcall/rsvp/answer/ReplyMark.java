package dev.rollcall.rsvp.answer;

import java.time.Instant;

/**
 * What tells one calendar reply from another, and which of two is newer.
 *
 * @param sequence which sequence of the event the calendar program has seen
 * @param stamp when the program made the reply, by the program's clock
 * @param hash the SHA-256 of what the reply says, as 64 lower-case hexadecimal digits; the same mail delivered again has the
 *     same
 */
public record ReplyMark(int sequence, Instant stamp, String hash) {}
