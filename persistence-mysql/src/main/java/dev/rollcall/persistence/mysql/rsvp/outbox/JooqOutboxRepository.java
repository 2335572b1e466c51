package dev.rollcall.persistence.mysql.rsvp.outbox;

import static dev.rollcall.persistence.mysql.schema.Tables.OUTBOX;

import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.schema.tables.records.OutboxRecord;
import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.persistence.mysql.table.RestoredTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.outbox.OutboxRepository;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The outbox on jOOQ. Thread-safe. */
public final class JooqOutboxRepository implements OutboxRepository {

    private static final String RESOURCE = "message";

    private static final RestoredTable<OutboxMessage, MessageId, OutboxRecord> RESTORED = new RestoredTable<>(
            RESOURCE,
            OUTBOX,
            OutboxRows::row,
            OutboxMessage::id,
            OutboxRows::find,
            one -> is(one.id()).and(isAt(one.revision())),
            (dsl, one, error) -> RestoredTable.writtenMeanwhile(RESOURCE, one.id()));

    private final Database database;

    /**
     * The repository of a database.
     *
     * @param database the database; it stays open when this is no longer used
     */
    public JooqOutboxRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<OutboxMessage> due(Instant now, int limit) {
        return database.read(dsl -> dsl.selectFrom(OUTBOX)
                .where(OUTBOX.DUE_AT.le(now))
                .orderBy(OUTBOX.DUE_AT, OUTBOX.MESSAGE_ID)
                .limit(limit)
                .fetch(OutboxRows::message));
    }

    @Override
    public void owe(List<OutboxMessage> messages) {
        database.write(dsl -> {
            OutboxRows.owe(dsl, messages);
            return messages;
        });
    }

    @Override
    public List<Outcome<OutboxMessage>> updateAll(List<Replacement<OutboxMessage>> replacements) {
        return database.write(dsl -> replacements.stream()
                .map(one -> Outcome.of(() -> update(dsl, one)))
                .toList());
    }

    @Override
    public List<Outcome<MessageId>> removeAll(List<Removal<MessageId>> removals) {
        return database.write(dsl ->
                removals.stream().map(one -> Outcome.of(() -> remove(dsl, one))).toList());
    }

    @Override
    public List<Outcome<OutboxMessage>> restoreAll(List<OutboxMessage> messages) {
        return database.write(dsl -> RESTORED.restore(dsl, messages));
    }

    @Override
    public Page<OutboxMessage, MessageId> list(PageRequest<MessageId> request) {
        List<OutboxMessage> found = database.read(dsl -> dsl.selectFrom(OUTBOX)
                .where(request.after()
                        .map(MessageId::value)
                        .map(OUTBOX.MESSAGE_ID::gt)
                        .orElseGet(DSL::noCondition))
                .orderBy(OUTBOX.MESSAGE_ID)
                .limit(request.limit() + 1)
                .fetch(OutboxRows::message));
        return Page.of(found, request.limit(), OutboxMessage::id);
    }

    private static OutboxMessage update(DSLContext dsl, Replacement<OutboxMessage> replacement) {
        OutboxMessage next = replacement.next();
        int rows = dsl.update(OUTBOX)
                .set(OutboxRows.row(next))
                .where(is(next.id()))
                .and(isAt(replacement.expected()))
                .execute();
        Batches.requireMet(rows, () -> dsl.fetchExists(OUTBOX, is(next.id())), RESOURCE, next.id());
        return next;
    }

    private static MessageId remove(DSLContext dsl, Removal<MessageId> removal) {
        MessageId id = removal.id();
        int rows = dsl.deleteFrom(OUTBOX)
                .where(is(id))
                .and(isAt(removal.expected()))
                .execute();
        Batches.requireMet(rows, () -> dsl.fetchExists(OUTBOX, is(id)), RESOURCE, id);
        return id;
    }

    private static Condition is(MessageId id) {
        return OUTBOX.MESSAGE_ID.eq(id.value());
    }

    private static Condition isAt(Revision expected) {
        return OUTBOX.REVISION.eq(expected.count()).and(OUTBOX.CREATED_AT.eq(expected.createdAt()));
    }
}
