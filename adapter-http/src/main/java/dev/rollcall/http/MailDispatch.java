package dev.rollcall.http;

import dev.rollcall.Rollcall;
import dev.rollcall.rest.Feature;
import dev.rollcall.rsvp.notification.DispatchLoop;
import dev.rollcall.rsvp.notification.MailSender;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Sends queued notifications in the background.
 *
 * @param mailSender brings notifications on their way
 * @param loop does it again and again; empty for a server that serves no guests
 */
record MailDispatch(MailSender mailSender, Optional<DispatchLoop> loop) implements AutoCloseable {

    /** The longest time that a notification waits while the store and the mail server work. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * Starts sending.
     *
     * @param mailSender brings notifications on their way; closed with what is returned
     */
    static MailDispatch open(Rollcall rollcall, MailSender mailSender, Set<Feature> features) {
        return new MailDispatch(
                mailSender,
                features.contains(Feature.RSVP)
                        ? Optional.of(new DispatchLoop(rollcall.dispatcher(mailSender), PAUSE))
                        : Optional.empty());
    }

    /** Lets what is being sent be sent. */
    @Override
    public void close() {
        loop.ifPresent(DispatchLoop::close);
        mailSender.close();
    }
}
