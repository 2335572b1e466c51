package dev.rollcall.rsvp.invitation;

import java.util.Optional;

/**
 * The result of the last mail to a guest.
 *
 * @param state the state of the delivery
 * @param reason why it failed; empty for any other state
 */
public record Delivery(State state, Optional<String> reason) {

    /** A mail that is still to be sent. */
    public static final Delivery QUEUED = new Delivery(State.QUEUED, Optional.empty());

    /** A mail that was handed over. */
    public static final Delivery SENT = new Delivery(State.SENT, Optional.empty());

    private static final int MAX_REASON = 500;

    /** The state of a mail. */
    public enum State {
        /** It is still to be sent. */
        QUEUED,
        /** The mail server has taken it. */
        SENT,
        /** It was refused for good, or too often. */
        FAILED
    }

    /**
     * A mail that will not be sent.
     *
     * @param reason why; cut to 500 characters
     * @return the delivery
     */
    public static Delivery failed(String reason) {
        String shown = reason.codePointCount(0, reason.length()) <= MAX_REASON
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, MAX_REASON));
        return new Delivery(State.FAILED, Optional.of(shown));
    }
}
