package dev.rollcall.persistence.mysql.rsvp.invitation;

import static dev.rollcall.persistence.mysql.schema.Tables.ANSWERS;
import static dev.rollcall.persistence.mysql.schema.Tables.EVENTS;
import static dev.rollcall.persistence.mysql.schema.Tables.INVITATIONS;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.persistence.mysql.engine.Dsl;
import dev.rollcall.persistence.mysql.engine.SqlError;
import dev.rollcall.persistence.mysql.rsvp.event.EventRows;
import dev.rollcall.persistence.mysql.rsvp.outbox.OutboxRows;
import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.persistence.mysql.table.PreparedBatches;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * Writes everything of some steps to guest lists, by one prepared statement for each kind of thing. The events come first:
 * their rows are locked from then on. All rows of one kind are locked in the order of their keys, so that rivals wait for their
 * turn there, and not for each other in a circle.
 *
 * @param dsl a transaction, which any exception rolls back
 */
record GuestListTransaction(DSLContext dsl) {

    private static final String RESOURCE = "invitation";

    /**
     * Writes steps of different events. A step whose event has changed is refused alone. Of a step that is refused for another
     * reason something is written already, so that all of them are to be rolled back.
     *
     * @param writes the steps, in the order of their events
     * @return the outcome of each step
     * @throws PreconditionFailedException where an invitation has changed, or one that was to be new is there
     * @throws NotFoundException of resource {@code user}, where an event's new organizer does not exist
     */
    List<Outcome<Event>> writeAll(List<GuestListWrite> writes) {
        List<Outcome<Event>> moved =
                move(writes.stream().map(GuestListWrite::event).toList());
        List<GuestListWrite> open = IntStream.range(0, writes.size())
                .filter(i -> moved.get(i) instanceof Outcome.Success<Event>)
                .mapToObj(writes::get)
                .toList();
        add(all(open, GuestListWrite::added, Comparator.comparing(Invitation::key)));
        change(all(
                open,
                GuestListWrite::changed,
                Comparator.comparing(change -> change.next().key())));
        PreparedBatches.insert(
                dsl,
                ANSWERS,
                all(open, GuestListWrite::history, Comparator.comparing(AnswerRecord::key)),
                AnswerRows::row);
        OutboxRows.enqueue(dsl, all(open, GuestListWrite::messages, Comparator.comparing(OutboxMessage::id)));
        return moved;
    }

    /** What all steps write of one kind of thing, in one order. */
    private static <T> List<T> all(
            List<GuestListWrite> writes, Function<GuestListWrite, List<T>> part, Comparator<T> order) {
        return writes.stream()
                .flatMap(write -> part.apply(write).stream())
                .sorted(order)
                .toList();
    }

    /** Replaces the events that are at the revision expected. */
    private List<Outcome<Event>> move(List<Replacement<Event>> events) {
        boolean[] met = constrained(
                SqlError.FOREIGN_KEY,
                () -> PreparedBatches.replace(
                        dsl, EVENTS, EVENTS.CREATED_AT, EVENTS.REVISION, events, EventRows::withCounts),
                // Of many it may be another's; they are written again, each by itself.
                () -> new NotFoundException(
                        "user", events.getFirst().next().details().organizerId().value()));
        List<Outcome<Event>> outcomes = new ArrayList<>();
        for (int i = 0; i < met.length; i++) {
            Event next = events.get(i).next();
            int rows = met[i] ? 1 : 0;
            outcomes.add(Outcome.of(() -> {
                Batches.requireMet(
                        rows,
                        () -> dsl.fetchExists(
                                EVENTS, EVENTS.EVENT_ID.eq(next.id().value())),
                        "event",
                        next.id());
                return next;
            }));
        }
        return outcomes;
    }

    private void add(List<Invitation> added) {
        boolean unused = constrained(
                SqlError.DUPLICATE_KEY,
                () -> {
                    PreparedBatches.insert(dsl, INVITATIONS, added, InvitationRows::row);
                    return true;
                },
                () -> refused(inTheWay(added)));
    }

    /** One that is there, and is not among those that were inserted before it was met. */
    private InvitationKey inTheWay(List<Invitation> added) {
        Set<Invitation> given = new HashSet<>(added);
        return InvitationRows.find(dsl, added.stream().map(Invitation::key).toList()).stream()
                .filter(present -> !given.contains(present))
                .findFirst()
                .orElse(added.getFirst())
                .key();
    }

    /** Changes the invitations, all of which have to be at the revision expected. */
    private void change(List<Replacement<Invitation>> changes) {
        boolean[] met = PreparedBatches.replace(
                dsl, INVITATIONS, INVITATIONS.CREATED_AT, INVITATIONS.REVISION, changes, InvitationRows::row);
        for (int i = 0; i < met.length; i++) {
            if (!met[i]) {
                throw refused(changes.get(i).next().key());
            }
        }
    }

    private static PreconditionFailedException refused(InvitationKey key) {
        return new PreconditionFailedException(RESOURCE, key.id().value());
    }

    private <T> T constrained(
            SqlError constraint, Supplier<T> statement, Supplier<? extends RollcallException> refusal) {
        try {
            return statement.get();
        } catch (DataAccessException e) {
            if (Dsl.engine(dsl).classifyCause(e).filter(constraint::equals).isPresent()) {
                throw refusal.get();
            }
            throw e;
        }
    }
}
