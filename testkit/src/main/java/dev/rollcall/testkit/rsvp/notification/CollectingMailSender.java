package dev.rollcall.testkit.rsvp.notification;

import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.notification.MailSender;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.notification.UndeliverableException;
import dev.rollcall.rsvp.outbox.NotificationKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps notifications where a test can look at them, or refuses them on demand. Thread-safe. */
public final class CollectingMailSender implements MailSender {

    private final List<Notification> notifications = new CopyOnWriteArrayList<>();
    private volatile Sending sending = notification -> {};

    /** A mailSender who takes every notification. */
    public CollectingMailSender() {}

    /** What happens to a notification before it is taken. */
    public interface Sending {

        /**
         * Lets a notification be taken by returning.
         *
         * @param notification the notification
         * @throws UndeliverableException where it is not taken
         */
        void send(Notification notification) throws UndeliverableException;
    }

    /**
     * Does something with each notification before it is taken, from now on.
     *
     * @param step what to do; a notification at which it throws is not taken
     */
    public void before(Sending step) {
        sending = step;
    }

    /**
     * Refuses every notification from now on.
     *
     * @param permanent whether trying again is of no use
     */
    public void refuse(boolean permanent) {
        before(notification -> {
            throw new UndeliverableException("There is no such mailbox.", "SMTP 550", permanent, null);
        });
    }

    /** Takes every notification from now on. */
    public void accept() {
        before(notification -> {});
    }

    @Override
    public void send(Notification notification) throws UndeliverableException {
        sending.send(notification);
        notifications.add(notification);
    }

    /**
     * The notifications about an event.
     *
     * @param event which event
     * @param kind which kind
     * @return the notifications in the order in which they were sent
     */
    public List<Notification> notifications(EventId event, NotificationKind kind) {
        return notifications.stream()
                .filter(notification -> notification.event().id().equals(event) && notification.kind() == kind)
                .toList();
    }

    /** Does nothing: the notifications stay. */
    @Override
    public void close() {
        // Nothing is open.
    }
}
