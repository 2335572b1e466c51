package dev.rollcall.mail;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.rsvp.notification.MailSender;
import dev.rollcall.rsvp.notification.MailSenderProvider;
import dev.rollcall.rsvp.notification.MailSettings;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.notification.UndeliverableException;
import dev.rollcall.rsvp.outbox.NotificationKind;

/** Opens mailSenders, and hears what they refuse. */
final class MailSenders {

    /** What tests send where any notification will do. */
    static final Notification NOTIFICATION = Notifications.plain().of(NotificationKind.INVITATION);

    private MailSenders() {}

    static MailSender open(String url) {
        MailSettings settings = Notifications.settings(url);
        return MailSenderProvider.forUrl(settings).open(settings);
    }

    /** What a notification is refused with. */
    static UndeliverableException refusal(MailSender mailSender) {
        return catchThrowableOfType(UndeliverableException.class, () -> mailSender.send(NOTIFICATION));
    }
}
