package dev.rollcall.rsvp;

import dev.rollcall.NotFoundException;
import dev.rollcall.Outcome;
import dev.rollcall.PreconditionFailedException;
import dev.rollcall.Removal;
import dev.rollcall.Replacement;
import dev.rollcall.RollcallException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/**
 * Does what is owed: sends letters, and lets wait-lists move up further. Each thing is done at least once; several dispatchers on
 * one store share the work, because each takes a lease on what it works on. Thread-safe.
 */
public final class Dispatcher {

    /** How long somebody may work on a message before somebody else takes it for abandoned. */
    static final Duration LEASE = Duration.ofMinutes(5);

    /** How often it is looked for what is due before others are left alone with it. */
    private static final int LOOKS = 3;

    /** After as many attempts a letter is given up: with the pauses between them some three days. */
    static final int MAX_ATTEMPTS = 16;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());

    private final OutboxRepository outbox;
    private final Letters letters;
    private final Postman postman;
    private final InstantSource clock;

    Dispatcher(OutboxRepository outbox, Letters letters, Postman postman, InstantSource clock) {
        this.outbox = outbox;
        this.letters = letters;
        this.postman = postman;
        this.clock = clock;
    }

    /**
     * A dispatcher over a store.
     *
     * @param events where events are kept
     * @param invitations where their guests are kept
     * @param users where organizers are kept
     * @param links where the hashes of links are kept
     * @param outbox where is kept what is owed
     * @param postman brings letters on their way
     * @param clock tells the time, in microseconds
     * @param random makes the secrets in links; cryptographically strong
     */
    public Dispatcher(
            EventRepository events,
            InvitationRepository invitations,
            UserRepository users,
            LinkRepository links,
            OutboxRepository outbox,
            Postman postman,
            InstantSource clock,
            RandomGenerator random) {
        this(outbox, new Letters(events, invitations, users, links, outbox, clock, random), postman, clock);
    }

    /**
     * Does some of what is due now.
     *
     * @param limit the most to do: 1 to 100
     * @return how much was taken on; 0 where nothing is due, or others have it all
     * @throws RollcallException where the store can't be read; what was begun is done again later
     */
    public int dispatch(int limit) {
        List<OutboxMessage> taken = lease(limit);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> running = taken.stream()
                    .map(message -> workers.submit((Callable<Void>) () -> {
                        work(message);
                        return null;
                    }))
                    .toList();
            for (Future<Void> one : running) {
                await(one);
            }
        }
        return taken.size();
    }

    private static void await(Future<Void> running) {
        try {
            running.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            // Its lease ends, and it is tried again.
            LOG.log(Level.WARNING, "Something owed could not be done now: {0}", failed.getCause());
        }
    }

    /** What is due and nobody else works on. Where others were quicker with all of it, more may be due behind that. */
    private List<OutboxMessage> lease(int limit) {
        for (int look = 0; look < LOOKS; look++) {
            List<OutboxMessage> due = outbox.due(clock.instant(), limit);
            if (due.isEmpty()) {
                return List.of();
            }
            List<OutboxMessage> taken = lease(due);
            if (!taken.isEmpty()) {
                return taken;
            }
        }
        return List.of();
    }

    private List<OutboxMessage> lease(List<OutboxMessage> due) {
        Instant end = clock.instant().plus(LEASE);
        List<Replacement<OutboxMessage>> wanted = due.stream()
                .map(message -> new Replacement<>(message.leased(end), message.revision()))
                .toList();
        return outbox.updateAll(wanted).stream()
                .<OutboxMessage>mapMulti((outcome, taken) -> {
                    if (outcome instanceof Outcome.Success<OutboxMessage>(OutboxMessage message)) {
                        taken.accept(message);
                    }
                })
                .toList();
    }

    private void work(OutboxMessage message) {
        switch (letters.next(message)) {
            case Letters.Next.Done() -> remove(message);
            case Letters.Next.Send(Letter letter) -> send(message, letter);
        }
    }

    private void send(OutboxMessage message, Letter letter) {
        try {
            postman.send(letter);
        } catch (UndeliverableException refused) {
            if (!refused.isPermanent() && message.attempts() < MAX_ATTEMPTS) {
                postpone(message, refused);
                return;
            }
            LOG.log(Level.WARNING, "Letter {0} is given up: {1}", message.id(), refused.reason());
            letters.delivered(letter, Delivery.failed(refused.reason()));
            remove(message);
            return;
        }
        letters.delivered(letter, Delivery.SENT);
        remove(message);
    }

    private void postpone(OutboxMessage message, UndeliverableException refused) {
        Instant next = clock.instant().plus(pause(message.attempts()));
        LOG.log(
                Level.WARNING,
                "Letter {0} was not taken, and is tried again at {1}: {2}",
                message.id(),
                next,
                refused.reason());
        settle(outbox.updateAll(List.of(new Replacement<>(message.postponed(next), message.revision()))));
    }

    /** Doubles with each attempt. */
    static Duration pause(int attempts) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private void remove(OutboxMessage message) {
        settle(outbox.removeAll(List.of(new Removal<>(message.id(), message.revision()))));
    }

    /** Where the lease has ended meanwhile somebody else works on it, and it is theirs. */
    private static void settle(List<? extends Outcome<?>> outcomes) {
        if (outcomes.getFirst() instanceof Outcome.Failure<?>(RollcallException cause)
                && !(cause instanceof PreconditionFailedException)
                && !(cause instanceof NotFoundException)) {
            throw cause;
        }
    }
}
