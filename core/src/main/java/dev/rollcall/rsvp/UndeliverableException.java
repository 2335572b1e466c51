package dev.rollcall.rsvp;

import org.jspecify.annotations.Nullable;

/** A letter that was not taken. */
public final class UndeliverableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    /**
     * A letter that was not taken.
     *
     * @param reason why, as a sentence that the organizer may read
     * @param permanent whether trying again is of no use, as with an address that does not exist
     * @param cause the library's own error, where there is one
     */
    public UndeliverableException(String reason, boolean permanent, @Nullable Throwable cause) {
        super(reason, cause);
        this.permanent = permanent;
    }

    /**
     * Whether trying again is of no use.
     *
     * @return true where the letter itself, or its address, is refused
     */
    public boolean isPermanent() {
        return permanent;
    }

    /**
     * Why it was not taken.
     *
     * @return a sentence that the organizer may read
     */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
