package dev.rollcall.testkit.rsvp.notification;

/** That what is owed is done: each notification once, to the right people, and again where it was not taken. */
interface DispatcherContract
        extends NotificationDeliveryContract,
                FailingMailContract,
                LeaseContract,
                MailLogContract,
                NotificationContract,
                ReminderContract {}
