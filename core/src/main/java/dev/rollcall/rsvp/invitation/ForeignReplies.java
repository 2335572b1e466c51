package dev.rollcall.rsvp.invitation;

import dev.rollcall.rsvp.user.EmailAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The calendar replies to an invitation from addresses that are not the guest's. They do not count. The organizer is notified
 * of each address once.
 *
 * @param replies the first reply from each address, oldest first; at most {@link #MAX}
 */
public record ForeignReplies(List<Reply> replies) {

    /** The most addresses that are kept for one invitation; replies from further ones are not kept. */
    public static final int MAX = 5;

    /** No replies. */
    public static final ForeignReplies NONE = new ForeignReplies(List.of());

    /** Copies the list. */
    public ForeignReplies {
        replies = List.copyOf(replies);
    }

    /**
     * The first reply from one address.
     *
     * @param at when it arrived
     * @param address the {@linkplain EmailAddress#key key} of the address
     */
    public record Reply(Instant at, String address) {}

    /**
     * Reads what {@link #toString} gives.
     *
     * @param text the text
     * @return the replies
     * @throws IllegalArgumentException where it is another text
     */
    public static ForeignReplies parse(String text) {
        return new ForeignReplies(
                text.isEmpty()
                        ? List.of()
                        : Arrays.stream(text.split("\n", -1))
                                .map(ForeignReplies::reply)
                                .toList());
    }

    private static Reply reply(String line) {
        int end = line.indexOf(' ');
        if (end < 0) {
            throw new IllegalArgumentException("a foreign reply has a time and an address");
        }
        try {
            return new Reply(Instant.parse(line.substring(0, end)), line.substring(end + 1));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("a foreign reply starts with a time", malformed);
        }
    }

    /** Whether a reply from an address must be kept: there is none yet, and there is room. */
    boolean lacks(EmailAddress address) {
        return replies.size() < MAX
                && replies.stream().noneMatch(reply -> reply.address().equals(address.key()));
    }

    /** These and one more. */
    ForeignReplies and(EmailAddress address, Instant at) {
        List<Reply> more = new ArrayList<>(replies);
        more.add(new Reply(at, address.key()));
        return new ForeignReplies(more);
    }

    /** One reply a line: the time and the address, with a blank between them. */
    @Override
    public String toString() {
        return replies.stream().map(reply -> reply.at() + " " + reply.address()).collect(Collectors.joining("\n"));
    }
}
