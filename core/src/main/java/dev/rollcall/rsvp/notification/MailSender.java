package dev.rollcall.rsvp.notification;

/** Brings letters on their way. Thread-safe; a method blocks until the next mail server, or the disk, has the letter. */
public interface MailSender extends AutoCloseable {

    /**
     * Sends a letter. The same letter may be sent again; its reader then has one message.
     *
     * @param letter what to send
     * @throws UndeliverableException where it was not taken; it says whether trying again may help
     */
    void send(Notification letter) throws UndeliverableException;

    /** Lets go of what it holds open. */
    @Override
    void close();
}
