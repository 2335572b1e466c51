package dev.rollcall.http;

import dev.rollcall.Rollcall;
import dev.rollcall.rsvp.Dispatcher;
import dev.rollcall.rsvp.MailSettings;
import dev.rollcall.rsvp.Postman;
import dev.rollcall.rsvp.PostmanProvider;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * A server's post office six minutes from now. What a killed server was about to send is its own for five minutes, in which
 * nobody else sends it.
 */
final class LaterPost {

    private static final Duration LATER = Duration.ofMinutes(6);
    private static final int BATCH = 20;

    private LaterPost() {}

    /** Sends all that is due then. */
    static void deliver(Map<String, String> environment) {
        StorageSettings storage = StorageSettings.fromEnvironment(environment);
        MailSettings mail = MailSettings.fromEnvironment(environment, "http://localhost");
        try (Rollcall rollcall = Rollcall.over(
                        StorageProvider.forUrl(storage).open(storage),
                        InstantSource.offset(InstantSource.system(), LATER));
                Postman postman = PostmanProvider.forUrl(mail).open(mail)) {
            Dispatcher dispatcher = rollcall.dispatcher(postman);
            while (dispatcher.dispatch(BATCH) > 0) {
                // As long as something is due.
            }
        }
    }
}
