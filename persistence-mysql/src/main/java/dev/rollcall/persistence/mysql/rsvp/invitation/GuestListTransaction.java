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
import dev.rollcall.persistence.mysql.schema.tables.records.InvitationsRecord;
import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.Invitation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Writes everything of one step to a guest list, by one statement for each kind of thing. The event comes first: its row is
 * locked from then on, so that rivals wait for their turn there, and not for each other in a circle.
 *
 * @param dsl a transaction, which whatever is thrown here rolls back
 */
record GuestListTransaction(DSLContext dsl) {

    private static final String RESOURCE = "invitation";

    Event write(GuestListWrite write) {
        Event event = move(write.event());
        if (!write.added().isEmpty()) {
            add(write.added());
        }
        if (!write.changed().isEmpty()) {
            change(write.changed());
        }
        if (!write.history().isEmpty()) {
            dsl.insertInto(ANSWERS)
                    .set(write.history().stream().map(AnswerRows::row).toList())
                    .execute();
        }
        OutboxRows.owe(dsl, write.owed());
        return event;
    }

    private Event move(Replacement<Event> event) {
        Event next = event.next();
        Condition is = EVENTS.EVENT_ID.eq(next.id().value());
        int rows = constrained(
                SqlError.FOREIGN_KEY,
                () -> dsl.update(EVENTS)
                        .set(EventRows.withCounts(next))
                        .where(is)
                        .and(EVENTS.REVISION.eq(event.expected().count()))
                        .and(EVENTS.CREATED_AT.eq(event.expected().createdAt()))
                        .execute(),
                () -> new NotFoundException("user", next.details().organizerId().value()));
        Batches.requireMet(rows, () -> dsl.fetchExists(EVENTS, is), "event", next.id());
        return next;
    }

    private void add(List<Invitation> added) {
        int rows = constrained(
                SqlError.DUPLICATE_KEY,
                () -> dsl.insertInto(INVITATIONS)
                        .set(added.stream().map(InvitationRows::row).toList())
                        .execute(),
                () -> refusal(added, Optional::isPresent));
        if (rows != added.size()) {
            throw new IllegalStateException(rows + " of " + added.size() + " invitations were added");
        }
    }

    /** Changes all of them by one statement. It finds those alone that are at the revision expected. */
    private void change(List<Replacement<Invitation>> changes) {
        List<Invitation> next = changes.stream().map(Replacement::next).toList();
        List<InvitationsRecord> rows = next.stream().map(InvitationRows::row).toList();
        Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
        Stream.of(INVITATIONS.fields())
                .filter(field -> !INVITATIONS.getPrimaryKey().getFields().contains(field))
                .forEach(field -> values.put(field, ownValue(field, rows)));
        int changed = dsl.update(INVITATIONS)
                .set(values)
                .where(InvitationRows.are(
                        next.getFirst().key().event(),
                        next.stream().map(one -> one.key().id()).toList()))
                .and(DSL.or(
                        changes.stream().map(GuestListTransaction::isAsExpected).toList()))
                .execute();
        if (changed != changes.size()) {
            // Those that were found are what they were to become, by this very transaction.
            throw refusal(next, present -> !next.contains(present.orElse(null)));
        }
    }

    /** What a column becomes in each of some rows: the row's own value. */
    private static <T> Field<T> ownValue(Field<T> field, List<InvitationsRecord> rows) {
        if (rows.size() == 1) {
            return DSL.val(rows.getFirst().get(field), field);
        }
        Map<Field<String>, Field<T>> byId = new LinkedHashMap<>();
        rows.forEach(row ->
                byId.put(DSL.val(row.getInvitationId(), INVITATIONS.INVITATION_ID), DSL.val(row.get(field), field)));
        return DSL.case_(INVITATIONS.INVITATION_ID).mapFields(byId);
    }

    private static Condition isAsExpected(Replacement<Invitation> change) {
        return INVITATIONS
                .INVITATION_ID
                .eq(change.next().key().id().value())
                .and(InvitationRows.isAt(change.expected()));
    }

    /** Says which of some invitations was in the way, by what is there. */
    private PreconditionFailedException refusal(
            List<Invitation> invitations, Predicate<Optional<Invitation>> isInTheWay) {
        List<InvitationId> ids = invitations.stream().map(one -> one.key().id()).toList();
        List<Invitation> present =
                InvitationRows.find(dsl, invitations.getFirst().key().event(), ids);
        InvitationId culprit = ids.stream()
                .filter(id -> isInTheWay.test(present.stream()
                        .filter(one -> one.key().id().equals(id))
                        .findFirst()))
                .findFirst()
                .orElse(ids.getFirst());
        return new PreconditionFailedException(RESOURCE, culprit.value());
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
