package dev.rollcall.rsvp.invitation;

import dev.rollcall.rsvp.event.Event;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The wait-list of an event during one step: the stored one, followed by the guests who join in the step. It
 * reads only as much as it needs. Not thread-safe.
 */
final class WaitlistQueue {

    private static final int READ_AT_ONCE = 50;

    /** The most that are read, which is more than a step ever takes from the list. */
    private static final int MAX_READ = 1_000;

    /** Places within one revision of the event; a step never gives as many. */
    private static final long PLACES = 1_000;

    private final Event event;
    private final InvitationRepository invitations;
    private final UnaryOperator<Invitation> state;
    private final ArrayDeque<Invitation> stored = new ArrayDeque<>();
    private final ArrayDeque<Invitation> joined = new ArrayDeque<>();
    private final TreeSet<Long> left = new TreeSet<>();
    private int read;
    private boolean exhausted;
    private int placesGiven;

    /**
     * The wait-list of an event.
     *
     * @param event the event as it is stored
     * @param invitations the store of invitations
     * @param state maps a stored invitation to its state in the step
     */
    WaitlistQueue(Event event, InvitationRepository invitations, UnaryOperator<Invitation> state) {
        this.event = event;
        this.invitations = invitations;
        this.state = state;
        exhausted = event.counts().waitlisted() == 0;
    }

    /** A place behind every place given before: each step has a revision of the event to itself. */
    long nextPlace() {
        return event.revision().count() * PLACES + placesGiven++;
    }

    /** Moves a guest into or out of the list. Those who join are behind the stored list. */
    void move(Invitation from, Invitation to) {
        if (!to.place().equals(from.place())) {
            from.place().ifPresent(left::add);
            if (to.place().isPresent()) {
                joined.add(to);
            }
        }
    }

    /**
     * Counts who is before a guest once the step is written.
     *
     * @param guest the guest as the step leaves them
     * @param waiting the number of guests who wait after the step
     * @return which place the guest has, from 1; empty for those who do not wait
     */
    Optional<Integer> position(Invitation guest, int waiting) {
        OptionalInt after = countJoinedAfter(guest);
        return guest.place()
                .map(place -> after.isPresent()
                        ? waiting - after.getAsInt()
                        : 1
                                + invitations.countWaitingBefore(event.id(), place)
                                - left.headSet(place).size());
    }

    /** Counts those who have joined behind a guest; empty for a guest who has not joined in this step, or no longer waits. */
    private OptionalInt countJoinedAfter(Invitation waiting) {
        int after = 0;
        for (Invitation one : (Iterable<Invitation>) joined::descendingIterator) {
            boolean waits = waits(one);
            if (one.key().equals(waiting.key())) {
                return waits ? OptionalInt.of(after) : OptionalInt.empty();
            }
            after += waits ? 1 : 0;
        }
        return OptionalInt.empty();
    }

    /** Returns the next guest; skips those who have got seats in this step. */
    Optional<Invitation> first() {
        Optional<Invitation> next = firstOf(stored);
        while (next.isEmpty() && !exhausted) {
            readOn();
            next = firstOf(stored);
        }
        return next.or(() -> firstOf(joined));
    }

    /** The list is short of what the step has taken from it, so it is read again from its head, only further. */
    private void readOn() {
        int limit = Math.min(read + READ_AT_ONCE, MAX_READ);
        var head = invitations.waiting(event.id(), limit);
        head.stream().skip(read).forEach(stored::add);
        exhausted = head.size() < limit || limit == read;
        read = limit;
    }

    /** The first that still waits, in its present state. */
    private Optional<Invitation> firstOf(ArrayDeque<Invitation> queue) {
        while (!queue.isEmpty()) {
            Invitation waiting = queue.peekFirst();
            if (waits(waiting)) {
                return Optional.of(state.apply(waiting));
            }
            queue.removeFirst();
        }
        return Optional.empty();
    }

    private boolean waits(Invitation once) {
        Optional<Long> place = state.apply(once).place();
        return place.isPresent() && place.equals(once.place());
    }
}
