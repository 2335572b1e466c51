package dev.rollcall.mail;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.rsvp.notification.MailSender;
import dev.rollcall.rsvp.notification.MailSenderProvider;
import dev.rollcall.rsvp.notification.MailSettings;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.notification.UndeliverableException;
import dev.rollcall.rsvp.outbox.NotificationKind;

/** Opens postmen, and hears what they refuse. */
final class MailSenders {

    /** What tests send where any letter will do. */
    static final Notification LETTER = Notifications.plain().of(NotificationKind.INVITATION);

    private MailSenders() {}

    static MailSender open(String url) {
        MailSettings settings = Notifications.settings(url);
        return MailSenderProvider.forUrl(settings).open(settings);
    }

    /** What a letter is refused with. */
    static UndeliverableException refusal(MailSender postman) {
        return catchThrowableOfType(UndeliverableException.class, () -> postman.send(LETTER));
    }
}
