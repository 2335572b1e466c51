package dev.rollcall.persistence.dynamodb.rsvp.outbox;

import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.StoreErrors;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.persistence.dynamodb.table.DynamoDb;
import dev.rollcall.persistence.dynamodb.table.ItemList;
import dev.rollcall.persistence.dynamodb.table.ItemQuery;
import dev.rollcall.persistence.dynamodb.table.ItemRestoration;
import dev.rollcall.persistence.dynamodb.table.ItemTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Restoration;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.outbox.OutboxRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** What is due is found by an index, each of whose partitions is asked. */
public final class DynamoDbOutboxRepository implements OutboxRepository {

    private static final String RESOURCE = "message";
    private static final String BY_DUE = "by_due";

    private static final Comparator<OutboxMessage> LONGEST_DUE_FIRST =
            Comparator.comparing(OutboxMessage::dueAt).thenComparing(OutboxMessage::id);

    private final ItemTable table;
    private final ItemList<OutboxMessage, MessageId> all;

    /**
     * The outbox of one store.
     *
     * @param dynamoDb sends the requests
     * @param random makes tokens; strong and thread-safe
     */
    public DynamoDbOutboxRepository(DynamoDb dynamoDb, RandomGenerator random) {
        table = new ItemTable(dynamoDb, DynamoDbTable.OUTBOX, random);
        all = new ItemList<>(
                table, items -> items.stream().map(OutboxItems::message).toList(), OutboxMessage::id);
    }

    @Override
    public List<OutboxMessage> due(Instant now, int limit) {
        return table
                .dynamoDb()
                .each(
                        OutboxItems.SHARDS,
                        shard -> shard,
                        shard -> ItemQuery.ofIndex(table, BY_DUE, OutboxItems.areDue(shard, now))
                                .head(limit))
                .stream()
                .flatMap(outcome -> outcome.orThrow().stream())
                .map(OutboxItems::message)
                .sorted(LONGEST_DUE_FIRST)
                .limit(limit)
                .toList();
    }

    /** Without tokens: a message that is stored already is the same, no matter which request stored it. */
    @Override
    public void enqueue(List<OutboxMessage> messages) {
        StoreErrors.requireEvery(table.dynamoDb()
                .each(
                        messages,
                        OutboxMessage::id,
                        message -> table.putAsItIs(OutboxItems.item(message), Expression.isAbsent(table.keyName()))));
    }

    @Override
    public List<Outcome<OutboxMessage>> updateAll(List<Replacement<OutboxMessage>> replacements) {
        return table.dynamoDb().each(replacements, one -> one.next().id(), this::updated);
    }

    @Override
    public List<Outcome<MessageId>> removeAll(List<Removal<MessageId>> removals) {
        return table.dynamoDb().each(removals, Removal::id, this::removed);
    }

    @Override
    public List<Outcome<OutboxMessage>> restoreAll(List<OutboxMessage> messages) {
        return new ItemRestoration<>(
                        table,
                        RESOURCE,
                        OutboxMessage::id,
                        OutboxItems::item,
                        items -> items.stream().map(OutboxItems::message).toList(),
                        Restoration::isNeeded)
                .all(messages);
    }

    @Override
    public Page<OutboxMessage, MessageId> list(PageRequest<MessageId> request) {
        return all.scan(request, OutboxItems::key);
    }

    private OutboxMessage updated(Replacement<OutboxMessage> replacement) {
        OutboxMessage next = replacement.next();
        return table.put(OutboxItems.item(next), Expression.isAt(replacement.expected()))
                .orRefuse(RESOURCE, next.id(), next);
    }

    private MessageId removed(Removal<MessageId> removal) {
        MessageId id = removal.id();
        return table.remove(OutboxItems.key(id), Expression.isAt(removal.expected()))
                .orRefuse(RESOURCE, id, id);
    }
}
