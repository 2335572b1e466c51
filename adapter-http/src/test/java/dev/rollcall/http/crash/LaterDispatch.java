package dev.rollcall.http.crash;

import dev.rollcall.Rollcall;
import dev.rollcall.rsvp.notification.Dispatcher;
import dev.rollcall.rsvp.notification.MailSender;
import dev.rollcall.rsvp.notification.MailSenderProvider;
import dev.rollcall.rsvp.notification.MailSettings;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** A dispatcher whose clock is a little more than a minute ahead, when the leases of a killed server have ended. */
final class LaterDispatch {

    private static final Duration LATER = Duration.ofSeconds(65);
    private static final int BATCH = 20;

    private LaterDispatch() {}

    /** Sends all that is due by then. */
    static void deliver(Map<String, String> environment) {
        StorageSettings storage = StorageSettings.fromEnvironment(environment);
        MailSettings mail = MailSettings.fromEnvironment(environment, "http://localhost");
        try (Rollcall rollcall = Rollcall.over(
                        StorageProvider.forUrl(storage).open(storage),
                        InstantSource.offset(InstantSource.system(), LATER));
                MailSender mailSender = MailSenderProvider.forUrl(mail).open(mail)) {
            Dispatcher dispatcher = rollcall.dispatcher(mailSender);
            while (dispatcher.dispatch(BATCH) > 0) {
                // As long as something is due.
            }
        }
    }
}
