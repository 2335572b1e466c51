package dev.rollcall.rsvp.notification;

import org.jspecify.annotations.Nullable;

/** A notification that was not taken. */
public final class UndeliverableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean permanent;

    /**
     * A notification that was not taken.
     *
     * @param reason why, as a sentence that the organizer may read; it may quote the mail server, and so hold addresses
     * @param code the reason for the log: a status code or a fixed word, never text of the mail server
     * @param permanent whether trying again is of no use, as with an address that does not exist
     * @param cause the library's own error, where there is one
     */
    public UndeliverableException(String reason, String code, boolean permanent, @Nullable Throwable cause) {
        super(reason, cause);
        this.code = code;
        this.permanent = permanent;
    }

    /**
     * Whether trying again is of no use.
     *
     * @return true where the notification itself, or its address, is refused
     */
    public boolean isPermanent() {
        return permanent;
    }

    /**
     * Why it was not taken.
     *
     * @return a sentence that the organizer may read; not for the log
     */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /**
     * Why it was not taken, for the log.
     *
     * @return a status code such as {@code SMTP 550}, or a few words, without addresses
     */
    public String code() {
        return code;
    }
}
