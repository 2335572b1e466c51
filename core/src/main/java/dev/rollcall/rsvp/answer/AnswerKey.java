package dev.rollcall.rsvp.answer;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.event.InvitationKey;
import java.util.Comparator;

/**
 * The key of a record in the histories of all invitations. The order is by invitation, and by number within it.
 *
 * @param invitation of which invitation's history
 * @param number the number of the record: the revision of the invitation that the answer made
 */
public record AnswerKey(InvitationKey invitation, long number) implements Comparable<AnswerKey> {

    private static final char BETWEEN = '/';
    private static final Comparator<AnswerKey> ORDER =
            Comparator.comparing(AnswerKey::invitation).thenComparingLong(AnswerKey::number);

    /**
     * Reads a key from its text.
     *
     * @param text as {@link #toString} gives it
     * @return the key
     * @throws InvalidInputException where it is the text of none
     */
    public static AnswerKey parse(String text) {
        int end = Math.max(0, text.lastIndexOf(BETWEEN));
        InvitationKey invitation = InvitationKey.parse(text.substring(0, end));
        try {
            return new AnswerKey(invitation, Long.parseLong(text.substring(end + 1)));
        } catch (NumberFormatException notANumber) {
            throw new InvalidInputException("must end with the number of a record");
        }
    }

    @Override
    public int compareTo(AnswerKey other) {
        return ORDER.compare(this, other);
    }

    /** The invitation's key and the number, with a slash between them. */
    @Override
    public String toString() {
        return invitation.toString() + BETWEEN + number;
    }
}
