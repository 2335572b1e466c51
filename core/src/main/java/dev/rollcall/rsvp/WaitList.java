package dev.rollcall.rsvp;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who waits for seats of an event during one step: those whom the store has, and behind them those who join in the step. It
 * reads as much as is asked for. Not thread-safe.
 */
final class WaitList {

    private static final int READ_AT_ONCE = 50;

    private final EventId event;
    private final InvitationRepository invitations;
    private final UnaryOperator<Invitation> state;
    private final ArrayDeque<Invitation> stored = new ArrayDeque<>();
    private final ArrayDeque<Invitation> joined = new ArrayDeque<>();
    private int read;
    private boolean exhausted;

    /**
     * The wait-list of an event.
     *
     * @param event which event
     * @param invitations where its guests are kept
     * @param state what the step has made of a stored invitation
     */
    WaitList(EventId event, InvitationRepository invitations, UnaryOperator<Invitation> state) {
        this.event = event;
        this.invitations = invitations;
        this.state = state;
    }

    void join(Invitation waiting) {
        joined.add(waiting);
    }

    /** Who is next; whom the step has given seats is passed over. */
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
        int limit = Math.min(read + READ_AT_ONCE, GuestListWrite.MAX_WEIGHT * 2);
        var head = invitations.waiting(event, limit);
        head.stream().skip(read).forEach(stored::add);
        exhausted = head.size() < limit || limit == read;
        read = limit;
    }

    /** The first that still waits, in its present state. */
    private Optional<Invitation> firstOf(ArrayDeque<Invitation> queue) {
        while (!queue.isEmpty()) {
            Invitation waiting = queue.peekFirst();
            Invitation present = state.apply(waiting);
            if (present.place().isPresent() && present.place().equals(waiting.place())) {
                return Optional.of(present);
            }
            queue.removeFirst();
        }
        return Optional.empty();
    }
}
