package dev.rollcall.testkit;

import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.notification.MailSender;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.notification.UndeliverableException;
import dev.rollcall.rsvp.outbox.NotificationKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps letters where a test can look at them, or refuses them as it is told. Thread-safe. */
public final class CollectingMailSender implements MailSender {

    private final List<Notification> letters = new CopyOnWriteArrayList<>();
    private volatile Sending sending = letter -> {};

    /** A postman who takes every letter. */
    public CollectingMailSender() {}

    /** What happens to a letter before it is taken. */
    public interface Sending {

        /**
         * Lets a letter be taken by returning.
         *
         * @param letter the letter
         * @throws UndeliverableException where it is not taken
         */
        void send(Notification letter) throws UndeliverableException;
    }

    /**
     * Does something with each letter before it is taken, from now on.
     *
     * @param step what to do; a letter at which it throws is not taken
     */
    public void before(Sending step) {
        sending = step;
    }

    /**
     * Refuses every letter from now on.
     *
     * @param permanent whether trying again is of no use
     */
    public void refuse(boolean permanent) {
        before(letter -> {
            throw new UndeliverableException("There is no such mailbox.", "SMTP 550", permanent, null);
        });
    }

    /** Takes every letter from now on. */
    public void accept() {
        before(letter -> {});
    }

    @Override
    public void send(Notification letter) throws UndeliverableException {
        sending.send(letter);
        letters.add(letter);
    }

    /**
     * The letters about an event.
     *
     * @param event which event
     * @param kind which kind
     * @return the letters in the order in which they were sent
     */
    public List<Notification> letters(EventId event, NotificationKind kind) {
        return letters.stream()
                .filter(letter -> letter.event().id().equals(event) && letter.kind() == kind)
                .toList();
    }

    /** Does nothing: the letters stay. */
    @Override
    public void close() {
        // Nothing is open.
    }
}
