package dev.rollcall.persistence.mysql.rsvp.outbox;

import static dev.rollcall.persistence.mysql.schema.Tables.OUTBOX;

import dev.rollcall.persistence.mysql.schema.tables.records.OutboxRecord;
import dev.rollcall.persistence.mysql.table.PreparedBatches;
import dev.rollcall.port.Revision;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.outbox.OutboxTask;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Messages of the outbox as rows. */
public final class OutboxRows {

    private OutboxRows() {}

    /**
     * Adds messages. A message whose id is stored already stays as it is.
     *
     * @param dsl a transaction
     * @param messages the messages
     */
    public static void enqueue(DSLContext dsl, List<OutboxMessage> messages) {
        // Not INSERT IGNORE, which on MySQL ignores more than a key that is there.
        PreparedBatches.insert(
                dsl,
                messages,
                OutboxRows::row,
                PreparedBatches.insertion(dsl, OUTBOX)
                        .onDuplicateKeyUpdate()
                        .set(OUTBOX.MESSAGE_ID, OUTBOX.MESSAGE_ID));
    }

    static OutboxRecord row(OutboxMessage message) {
        OutboxRecord row = new OutboxRecord();
        row.setMessageId(message.id().value());
        row.setKind(message.task().name());
        row.setEventId(message.event().value());
        row.setInvitationId(message.invitation().map(InvitationId::value).orElse(null));
        row.setSequenceNumber(message.sequence());
        row.setDueAt(message.dueAt());
        row.setAttempts(message.attempts());
        row.setCreatedAt(message.createdAt());
        row.setRevision(message.revision().count());
        return row;
    }

    static OutboxMessage message(OutboxRecord row) {
        return StoredValues.read(
                "outbox",
                row.getMessageId(),
                () -> new OutboxMessage(
                        new MessageId(row.getMessageId()),
                        OutboxTask.named(row.getKind()),
                        new EventId(row.getEventId()),
                        Optional.ofNullable(row.getInvitationId()).map(InvitationId::new),
                        row.getSequenceNumber(),
                        row.getDueAt(),
                        row.getAttempts(),
                        new Revision(row.getCreatedAt(), row.getRevision())));
    }
}
