package dev.rollcall.rsvp.notification;

/**
 * Brings notifications on their way. Thread-safe; a method blocks until the next mail server, or the disk, has the
 * notification.
 */
public interface MailSender extends AutoCloseable {

    /**
     * Sends a notification. The same notification may be sent again; its reader then has one message.
     *
     * @param notification the notification
     * @throws UndeliverableException where it was not taken; it says whether trying again may help
     */
    void send(Notification notification) throws UndeliverableException;

    /** Lets go of what it holds open. */
    @Override
    void close();
}
