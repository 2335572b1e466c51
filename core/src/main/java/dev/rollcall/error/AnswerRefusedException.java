package dev.rollcall.error;

/** An answer to an invitation that can't be taken. The answer before stays as it was. */
public final class AnswerRefusedException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why an answer can't be taken. */
    public enum Reason {
        /** All seats are taken, and there is no wait-list. */
        EVENT_FULL,
        /** The deadline or the start is over. */
        RSVP_CLOSED,
        /** The event does not take place. */
        EVENT_CANCELLED,
        /** The invitation was taken back. */
        WITHDRAWN,
        /** More would come than this guest may bring. */
        PARTY_TOO_LARGE,
        /** A calendar program replied to what the event was before, or has replied since. */
        OUTDATED
    }

    /**
     * An answer that can't be taken.
     *
     * @param reason why
     * @param detail the same for the guest, with what they can do
     */
    public AnswerRefusedException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /**
     * Why it can't be taken.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
