package dev.rollcall.rsvp;

import dev.rollcall.NotFoundException;
import dev.rollcall.OptimisticWrite;
import dev.rollcall.Precondition;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes steps on guest lists: reads the event, lets the step be worked out, and writes it where nothing has changed meanwhile;
 * otherwise starts again. Thread-safe.
 */
final class GuestListStep {

    private static final String EVENT = "event";
    private static final int TURNS = 64;

    private final EventRepository events;
    private final InvitationRepository invitations;
    private final InstantSource clock;

    /** Steps of one event take turns here: of those that are worked out at the same time the store takes but one. */
    private final List<ReentrantLock> turns =
            Stream.generate(() -> new ReentrantLock(true)).limit(TURNS).toList();

    GuestListStep(EventRepository events, InvitationRepository invitations, InstantSource clock) {
        this.events = events;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * Makes a step.
     *
     * @param id which event
     * @param precondition what is demanded of the event
     * @param work works it out; called again where others were quicker
     * @param <T> what the step gives
     * @return the event after it, and what it gave
     * @throws NotFoundException where there is no such event
     */
    <T> Made<T> make(EventId id, Precondition precondition, Function<GuestList, T> work) {
        ReentrantLock turn = turns.get(Math.floorMod(id.hashCode(), TURNS));
        turn.lock();
        try {
            return OptimisticWrite.change(EVENT, id.value(), () -> events.find(id), precondition, event -> {
                GuestList list = new GuestList(event, invitations, clock.instant());
                T result = work.apply(list);
                return new Made<>(list.isUnchanged() ? event : invitations.write(list.toWrite()), result);
            });
        } finally {
            turn.unlock();
        }
    }

    <T> Made<T> make(EventId id, Function<GuestList, T> work) {
        return make(id, Precondition.NONE, work);
    }

    /**
     * A step that was made.
     *
     * @param event the event after it
     * @param result what it gave
     */
    record Made<T>(Event event, T result) {}
}
