package dev.rollcall.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rollcall.Rollcall;
import dev.rollcall.error.LoggableError;
import dev.rollcall.error.RollcallException;
import dev.rollcall.rsvp.notification.Dispatcher;
import dev.rollcall.rsvp.notification.MailSender;
import dev.rollcall.rsvp.notification.MailSenderProvider;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.Store;
import dev.rollcall.write.GroupWriterSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.crac.Core;

/**
 * The scheduled Lambda handler that sends queued notifications, and returns how many it worked on. Whatever the
 * event says, it does the same; several at a time share the work.
 */
public final class OutboxHandler implements RequestStreamHandler {

    private static final int BATCH = 20;

    /** The remaining time of an invocation below which no message is begun. */
    private static final Duration LEAST = Duration.ofSeconds(20);

    /** The remaining time of an invocation below which attempts are stopped, and their messages returned to the queue. */
    private static final Duration RESERVE = Duration.ofSeconds(10);

    private static final Logger LOG = System.getLogger(OutboxHandler.class.getName());

    private final Dispatcher dispatcher;

    /** Held here, for those who call it do not. */
    private final Snapshot snapshot;

    /** Lambda calls this constructor once for each instance. */
    public OutboxHandler() {
        this(OutboxSettings.fromEnvironment(System.getenv()));
    }

    OutboxHandler(OutboxSettings settings) {
        // What can't be right about mail is said before anything is opened.
        this(
                MailSenderProvider.forUrl(settings.mail()).open(settings.mail()),
                StorageProvider.forUrl(settings.storage()).open(settings.storage()));
    }

    /** With a mail sender and on a store that is open already. */
    OutboxHandler(MailSender mailSender, Store store) {
        RenewableRandom random = new RenewableRandom(new SecureRandom());
        InstantSource clock = InstantSource.system();
        dispatcher = Rollcall.over(store, clock, random, GroupWriterSettings.withoutThreads())
                .dispatcher(mailSender);
        snapshot = new Snapshot(() -> look(store, clock.instant()), store, random);
        Core.getGlobalContext().register(snapshot);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        int done = 0;
        try {
            int taken = 1;
            for (Duration left = remaining(context);
                    taken > 0 && left.compareTo(LEAST) > 0;
                    left = remaining(context)) {
                taken = dispatcher.dispatch(BATCH, left.minus(RESERVE));
                done += taken;
            }
        } catch (RuntimeException failure) {
            throw LoggedFailure.of(failure);
        }
        answer.write(("{\"done\":" + done + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static Duration remaining(Context context) {
        return Duration.ofMillis(context.getRemainingTimeInMillis());
    }

    /** The work before the process is frozen, and after it is restored. */
    Snapshot snapshot() {
        return snapshot;
    }

    /** Loads and connects what looking for work needs, and takes nothing on. */
    private static void look(Store store, Instant now) {
        try {
            int unused = store.repositories().outbox().due(now, 1).size();
        } catch (RollcallException away) {
            LOG.log(Level.INFO, "The store is not there yet: {0}", LoggableError.summary(away));
        }
    }
}
