package dev.rollcall.persistence.dynamodb.rsvp.outbox;

import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.outbox.OutboxTask;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Queued messages as items. The index has them in a few partitions, since one alone takes no more than about 1,000 writes a
 * second; the attribute {@code position} orders each partition by when its items are due.
 */
public final class OutboxItems {

    /** The partitions of the index; more may follow, none may go. */
    static final List<String> SHARDS = List.of("0", "1", "2", "3");

    private static final String MESSAGE_ID = "message_id";
    private static final char BETWEEN = '#';

    private OutboxItems() {}

    /**
     * Returns the key of a message.
     *
     * @param id the id of the message
     * @return the partition key
     */
    public static AttributeValue key(MessageId id) {
        return Attributes.text(id.value());
    }

    /**
     * Returns the message as an item.
     *
     * @param message the message
     * @return the item
     */
    public static Item item(OutboxMessage message) {
        return Item.builder()
                .put(MESSAGE_ID, key(message.id()))
                .text("shard", shard(message.id()))
                .text("position", Attributes.momentText(message.dueAt()) + BETWEEN + message.id())
                .text("kind", message.task().name())
                .text("event_id", message.event().value())
                .text("invitation_id", message.invitation().map(InvitationId::value))
                .number("sequence_number", message.sequence())
                .moment("due_at", message.dueAt())
                .number("attempts", message.attempts())
                .revision(message.revision())
                .build();
    }

    /**
     * Returns the message that an item holds.
     *
     * @param item the item
     * @return the message
     */
    public static OutboxMessage message(Item item) {
        return StoredValues.read(
                "outbox",
                item.key(MESSAGE_ID),
                () -> new OutboxMessage(
                        new MessageId(item.text(MESSAGE_ID)),
                        OutboxTask.named(item.text("kind")),
                        new EventId(item.text("event_id")),
                        item.optionalText("invitation_id").map(InvitationId::new),
                        item.count("sequence_number"),
                        item.moment("due_at"),
                        item.count("attempts"),
                        item.revision()));
    }

    /** The condition of the messages in a partition of the index that are due at a time. */
    static Expression areDue(String shard, Instant now) {
        // Behind every id that is due at this very moment.
        return Expression.of("#shard = :shard AND #position < :end")
                .bind("shard", shard)
                .bind("end", Attributes.momentText(now) + (char) (BETWEEN + 1));
    }

    private static String shard(MessageId id) {
        return SHARDS.get(Math.floorMod(id.value().hashCode(), SHARDS.size()));
    }
}
