package dev.rollcall.testkit.rsvp.notification;

/** What the outbox holds is sent: each notification once, to the right people, and again where it was not taken. */
public interface DispatcherContract
        extends NotificationDeliveryContract,
                FailingMailContract,
                LeaseContract,
                MailLogContract,
                NotificationContract,
                ReminderContract {}
