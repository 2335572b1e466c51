package dev.rollcall.rsvp.notification;

import dev.rollcall.error.LoggableError;
import dev.rollcall.error.RollcallException;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.invitation.GuestListWriter;
import dev.rollcall.rsvp.invitation.InvitationRepository;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.outbox.OutboxRepository;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.write.GroupWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Sends queued notifications, and lets wait-lists move up further. Each message is worked on at least once. Several dispatchers
 * on one store share the work, because each takes a lease of a minute on what it works on and renews it while it works. Their
 * clocks must agree within half a minute. Thread-safe.
 */
public final class Dispatcher {

    /** No attempt takes longer; what hangs is stopped and tried again. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** The interval at which leases are renewed while work goes on. */
    private static final Duration LOOK = Duration.ofMillis(250);

    /** The longest time that a stopped attempt may take to give its lease back. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** How often due messages are listed before others are left alone with them. */
    private static final int LOOKS = 3;

    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());

    private final OutboxRepository outbox;
    private final OutboxWriter changes;
    private final DeliveryAttempt attempt;
    private final InstantSource clock;

    /**
     * A dispatcher over a store.
     *
     * @param events the store of events
     * @param invitations the store of invitations
     * @param users the store of users
     * @param links the store of links
     * @param outbox the store of queued messages
     * @param guests changes guest lists
     * @param writer the group writer, which other writes use as well
     * @param mailSender brings notifications on their way
     * @param clock tells the time, in microseconds
     * @param random makes the secrets in links; cryptographically strong
     */
    public Dispatcher(
            EventRepository events,
            InvitationRepository invitations,
            UserRepository users,
            LinkRepository links,
            OutboxRepository outbox,
            GuestListWriter guests,
            GroupWriter writer,
            MailSender mailSender,
            InstantSource clock,
            RandomGenerator random) {
        this.outbox = outbox;
        this.clock = clock;
        changes = new OutboxWriter(outbox, writer);
        attempt = new DeliveryAttempt(
                new NotificationComposer(events, invitations, users, links, changes, guests, writer, clock, random),
                mailSender,
                clock);
    }

    /**
     * Works on some of what is due now.
     *
     * @param limit the most messages to work on: 1 to 100
     * @return how many were worked on, successfully or not; 0 where nothing is due, or others work on all of it
     * @throws RollcallException where the store can't be read; the same may be called again
     */
    public int dispatch(int limit) {
        return dispatch(limit, LONGEST);
    }

    /**
     * Works on some of what is due now, for a limited time. Attempts that are under way at its end, or when the calling thread
     * is interrupted, are stopped and their messages given back, which takes up to 2 seconds more.
     *
     * @param limit the most messages to work on: 1 to 100
     * @param longest the time after which no message is begun; zero or less begins none
     * @return how many were worked on, successfully or not; 0 where nothing is due, or others work on all of it
     * @throws RollcallException where the store can't be read; the same may be called again
     */
    public int dispatch(int limit, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        if (!longest.isPositive()) {
            return 0;
        }
        attempt.storeLeftovers();
        List<Lease> taken = lease(limit);
        // Not closed: that would wait for an attempt that can't be stopped.
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        taken.forEach(lease -> workers.execute(() -> attempt.make(lease)));
        workers.shutdown();
        try {
            while (!workers.awaitTermination(LOOK.toNanos(), TimeUnit.NANOSECONDS) && System.nanoTime() - end < 0) {
                renew(taken);
            }
            stop(workers);
        } catch (InterruptedException interrupted) {
            stop(workers);
            Thread.currentThread().interrupt();
        }
        return taken.size();
    }

    private static void stop(ExecutorService workers) {
        workers.shutdownNow();
        try {
            if (!workers.awaitTermination(GRACE.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.log(
                        Level.WARNING,
                        "Notifications that took too long could not be stopped; their leases end by themselves.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew(List<Lease> leases) {
        try {
            Lease.renew(changes, leases, clock.instant());
        } catch (RuntimeException storeIsAway) {
            LOG.log(Level.DEBUG, "Leases could not be renewed now: {0}", LoggableError.summary(storeIsAway));
        }
    }

    /** Takes what is due and free. Where others were quicker with all of it, more may be due behind that. */
    private List<Lease> lease(int limit) {
        for (int look = 0; look < LOOKS; look++) {
            List<OutboxMessage> due = outbox.due(clock.instant(), limit);
            if (due.isEmpty()) {
                return List.of();
            }
            List<Lease> taken = Lease.take(changes, free(due), clock.instant());
            if (!taken.isEmpty()) {
                return taken;
            }
        }
        return List.of();
    }

    /**
     * Returns the due messages to lease. The last attempt at a message is made alone: where the message ends the process, the
     * others would have had as many attempts as it has, and be given up with it.
     */
    private List<OutboxMessage> free(List<OutboxMessage> due) {
        Set<MessageId> leftovers = attempt.leftovers();
        List<OutboxMessage> free = due.stream()
                .filter(message -> !leftovers.contains(message.id()))
                .toList();
        if (free.isEmpty() || isLastAttempt(free.getFirst())) {
            return free.subList(0, Math.min(1, free.size()));
        }
        return free.stream().filter(message -> !isLastAttempt(message)).toList();
    }

    private static boolean isLastAttempt(OutboxMessage message) {
        return message.attempts() == DeliveryAttempt.MAX - 1;
    }
}
