package dev.rollcall.rsvp.notification;

import dev.rollcall.error.LoggableError;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * Attempts at messages. Whatever an attempt ends with, it leads to one of three results: the message is removed, it is given up
 * with a reason, or it is given back with a pause that grows from attempt to attempt. A result that the store does not take is
 * kept, and stored later. Thread-safe.
 */
final class DeliveryAttempt {

    /** After so many attempts a message is given up, which is after some two days. */
    static final int MAX = 16;

    /** The most attempts to store the result of a notification, unless the store is away. */
    private static final int MAX_NOTES = 5;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    /** From this pause on it is a matter for people. */
    private static final Duration WORTH_A_WARNING = Duration.ofMinutes(1);

    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());

    private final NotificationComposer notifications;
    private final MailSender mailSender;
    private final InstantSource clock;
    private final Queue<Ended> unstored = new ConcurrentLinkedQueue<>();

    DeliveryAttempt(NotificationComposer notifications, MailSender mailSender, InstantSource clock) {
        this.notifications = notifications;
        this.mailSender = mailSender;
        this.clock = clock;
    }

    /** The result of an attempt. */
    private sealed interface Result {

        /** Nothing is left to do. */
        record Done() implements Result {}

        /** The notification's fate is known. */
        record Known(Delivery delivery) implements Result {}

        /** It has to be tried again. */
        record Again(Instant at) implements Result {}
    }

    /** An attempt that has ended. */
    private record Ended(Lease lease, Result result, int tries) {}

    /** Makes an attempt, and stores what it leads to. Throws nothing. */
    void make(Lease lease) {
        Result result = work(lease);
        // Stopping the attempt does not concern its result.
        boolean stopped = Thread.interrupted();
        store(new Ended(lease, result, 0));
        if (stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stores results that the store has not taken before. */
    void storeLeftovers() {
        for (int count = unstored.size(); count > 0; count--) {
            Ended ended = unstored.poll();
            if (ended != null) {
                store(ended);
            }
        }
    }

    /** The messages whose results are not stored yet. */
    Set<MessageId> leftovers() {
        return unstored.stream().map(ended -> ended.lease().message().id()).collect(Collectors.toSet());
    }

    private Result work(Lease lease) {
        OutboxMessage message = lease.message();
        if (message.attempts() > MAX) {
            return giveUp(message, "Each attempt ended before its result was known.", "no result");
        }
        try {
            return switch (notifications.next(message)) {
                case NotificationComposer.Next.Done() -> new Result.Done();
                case NotificationComposer.Next.Send(Notification notification) -> send(lease, notification);
            };
        } catch (UndeliverableException refused) {
            return refused.isPermanent()
                    ? giveUp(message, refused.reason(), refused.code())
                    : again(message, Duration.ofMinutes(1), 2, refused.reason(), refused.code());
        } catch (RollcallException busyStore) {
            return failed(message, Duration.ofSeconds(1), 4, busyStore);
        } catch (Throwable failure) {
            // Of any kind: a mail library may even throw a StackOverflowError, and the message must not be tried
            // forever.
            return failed(message, Duration.ofMinutes(1), 2, failure);
        }
    }

    private Result send(Lease lease, Notification notification) throws UndeliverableException {
        if (lease.isOver()) {
            return new Result.Done();
        }
        mailSender.send(notification);
        return new Result.Known(Delivery.SENT);
    }

    private Result failed(OutboxMessage message, Duration first, int factor, Throwable failure) {
        String reason =
                "The mail could not be made or sent: " + failure.getClass().getSimpleName() + ".";
        return again(message, first, factor, reason, LoggableError.summary(failure));
    }

    private Result again(OutboxMessage message, Duration first, int factor, String reason, String code) {
        if (message.attempts() >= MAX) {
            return giveUp(message, reason, code);
        }
        Duration pause = pause(first, factor, message.attempts());
        LOG.log(
                pause.compareTo(WORTH_A_WARNING) < 0 ? Level.DEBUG : Level.WARNING,
                "Notification {0} was not sent at attempt {1}, and is tried again in {2}: {3}",
                message.id(),
                message.attempts(),
                pause,
                code);
        return new Result.Again(clock.instant().plus(pause));
    }

    private static Result giveUp(OutboxMessage message, String reason, String code) {
        LOG.log(
                Level.WARNING,
                "Notification {0} is given up at attempt {1}: {2}",
                message.id(),
                Math.min(message.attempts(), MAX),
                code);
        return new Result.Known(Delivery.failed(reason));
    }

    /** Returns the pause after an attempt: longer after each, and 6 hours at most. */
    static Duration pause(Duration first, int factor, int attempts) {
        Duration pause = first;
        for (int i = 1; i < attempts && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(factor);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void store(Ended ended) {
        Lease lease = ended.lease();
        try {
            switch (ended.result()) {
                case Result.Done() -> end(lease);
                case Result.Known(Delivery delivery) -> {
                    note(ended, delivery);
                    end(lease);
                }
                case Result.Again(Instant at) -> lease.giveBack(at);
            }
        } catch (Throwable failure) {
            // Of any kind: what is not stored is sent again.
            LOG.log(
                    Level.DEBUG,
                    "What became of notification {0} is stored later: {1}",
                    lease.message().id(),
                    LoggableError.summary(failure));
            unstored.add(new Ended(lease, ended.result(), ended.tries() + 1));
        }
    }

    private void end(Lease lease) {
        lease.remove();
        notifications.forget(lease.message().id());
    }

    private void note(Ended ended, Delivery delivery) {
        OutboxMessage message = ended.lease().message();
        try {
            notifications.delivered(message, delivery);
        } catch (StoreUnavailableException later) {
            throw later;
        } catch (RuntimeException broken) {
            if (ended.tries() < MAX_NOTES) {
                throw broken;
            }
            // The notification is not sent again for it.
            LOG.log(
                    Level.WARNING,
                    "What became of notification {0} is not noted on its invitation: {1}",
                    message.id(),
                    LoggableError.summary(broken));
        }
    }
}
