package dev.rollcall.http;

import dev.rollcall.Rollcall;
import dev.rollcall.error.RollcallException;
import dev.rollcall.expiry.Sweepable;
import dev.rollcall.expiry.Sweeper;
import dev.rollcall.http.wire.HttpServer;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.rsvp.notification.MailSenderProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Serves a store over HTTP until the process gets a signal to end. */
final class Serving {

    private static final Duration SWEEP_PAUSE = Duration.ofMinutes(1);

    private final ServerSettings settings;
    private final PrintWriter out;

    Serving(ServerSettings settings, PrintWriter out) {
        this.settings = settings;
        this.out = out;
    }

    /**
     * Starts serving and does not return.
     *
     * @throws RollcallException where the settings can't be right, or the store is reached and can't serve
     * @throws IOException where the address can't be listened at
     */
    void run() throws IOException, InterruptedException {
        Logging.bridge();
        // What can't be right about mail is said before anything is opened.
        MailSenderProvider mails = MailSenderProvider.forUrl(settings.mail());
        mails.open(settings.mail()).close();
        Rollcall rollcall = Rollcall.open(settings.storage());
        HttpServer server = start(rollcall);
        MailDispatch post = MailDispatch.open(rollcall, mails.open(settings.mail(server.port())), settings.features());
        Optional<Sweeper> sweeper = sweeper(rollcall);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, post, sweeper, rollcall), "stop"));
        StartScreen screen = new StartScreen(out, settings, server.port());
        screen.print();
        try {
            rollcall.verify();
        } catch (RollcallException unavailable) {
            screen.warn(unavailable);
        }
        new CountDownLatch(1).await();
    }

    private HttpServer start(Rollcall rollcall) throws IOException {
        try {
            return HttpServer.start(new RollcallApi(rollcall, settings.api()), settings.host(), settings.port());
        } catch (IOException | RuntimeException failure) {
            rollcall.close();
            throw failure;
        }
    }

    /** Returns the sweeper of expired things; empty where no feature that is served has any. */
    private Optional<Sweeper> sweeper(Rollcall rollcall) {
        List<Sweepable> expiring = settings.features().stream()
                .flatMap(feature -> feature.expiring(rollcall).stream())
                .toList();
        return expiring.isEmpty() ? Optional.empty() : Optional.of(new Sweeper(expiring, SWEEP_PAUSE));
    }

    private void archive(Path file) {
        out.println("Stopping: archiving classes for quicker starts, this once.");
        out.flush();
        ClassArchive.write(file);
    }

    /** Runs when the process gets a signal to end; otherwise its exit code would be that of the signal. */
    private void stop(HttpServer server, MailDispatch post, Optional<Sweeper> sweeper, Rollcall rollcall) {
        out.println("Stopping: answering what is in flight.");
        out.flush();
        HaltTimer.arm();
        server.close();
        post.close();
        sweeper.ifPresent(Sweeper::close);
        rollcall.close();
        ClassArchive.file().ifPresent(this::archive);
        out.println("Stopped.");
        out.flush();
        Runtime.getRuntime().halt(0);
    }
}
