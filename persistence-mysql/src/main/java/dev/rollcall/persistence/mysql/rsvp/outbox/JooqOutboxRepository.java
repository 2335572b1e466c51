package dev.rollcall.persistence.mysql.rsvp.outbox;

import static dev.rollcall.persistence.mysql.schema.Tables.OUTBOX;

import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.schema.tables.records.OutboxRecord;
import dev.rollcall.persistence.mysql.table.VersionedTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.outbox.OutboxRepository;
import java.time.Instant;
import java.util.List;

/** The outbox on jOOQ. Thread-safe. */
public final class JooqOutboxRepository implements OutboxRepository {

    private static final VersionedTable<OutboxMessage, MessageId, String, OutboxRecord> TABLE = new VersionedTable<>(
            "message",
            OUTBOX.MESSAGE_ID,
            OUTBOX.CREATED_AT,
            OUTBOX.REVISION,
            MessageId::value,
            OutboxMessage::id,
            OutboxRows::row,
            OutboxRows::message);

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
    public void enqueue(List<OutboxMessage> messages) {
        database.write(dsl -> {
            OutboxRows.enqueue(dsl, messages);
            return messages;
        });
    }

    @Override
    public List<Outcome<OutboxMessage>> updateAll(List<Replacement<OutboxMessage>> replacements) {
        return database.write(dsl -> replacements.stream()
                .map(one -> Outcome.of(() -> TABLE.update(dsl, one)))
                .toList());
    }

    @Override
    public List<Outcome<MessageId>> removeAll(List<Removal<MessageId>> removals) {
        return database.write(dsl -> removals.stream()
                .map(one -> Outcome.of(() -> TABLE.remove(dsl, one)))
                .toList());
    }

    @Override
    public List<Outcome<OutboxMessage>> restoreAll(List<OutboxMessage> messages) {
        return database.write(dsl -> TABLE.restore(dsl, messages));
    }

    @Override
    public Page<OutboxMessage, MessageId> list(PageRequest<MessageId> request) {
        return database.read(dsl -> TABLE.page(dsl, request));
    }
}
