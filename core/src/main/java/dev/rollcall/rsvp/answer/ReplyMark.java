package dev.rollcall.rsvp.answer;

import java.time.Instant;

/**
 * The mark of a calendar reply, which identifies it and orders it in time.
 *
 * @param sequence the sequence of the event that the calendar program has seen
 * @param stamp when the program made the reply, by the program's clock
 * @param hash the SHA-256 of what the reply says, as 64 lower-case hexadecimal digits; the same mail delivered again has the
 *     same
 */
public record ReplyMark(int sequence, Instant stamp, String hash) {}
