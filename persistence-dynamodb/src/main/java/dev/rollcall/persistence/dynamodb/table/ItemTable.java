package dev.rollcall.persistence.dynamodb.table;

import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.item.StoreErrors;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.port.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * One table, as a place to find items and to write them on conditions. Every write of a thing leaves a fresh token in its
 * item: where a write is sent again because nobody knows whether it was done, and is then refused by its own work, it knows
 * itself by the token. Thread-safe.
 */
final class ItemTable {

    private static final Item NOTHING = new Item(Map.of());

    private final DynamoDb dynamoDb;
    private final DynamoDbTable table;
    private final WriteTokens tokens;

    /**
     * A table.
     *
     * @param dynamoDb where it is
     * @param table which one
     * @param random makes tokens; strong and thread-safe
     */
    ItemTable(DynamoDb dynamoDb, DynamoDbTable table, RandomGenerator random) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        tokens = new WriteTokens(random);
    }

    DynamoDb dynamoDb() {
        return dynamoDb;
    }

    RandomGenerator random() {
        return tokens.random();
    }

    String name() {
        return dynamoDb.table(table);
    }

    Map<String, AttributeValue> key(AttributeValue value) {
        return Map.of(keyName(), value);
    }

    /** The name of the key, or of its first part: there is an item where there is an attribute of this name. */
    String keyName() {
        return table.partitionKey().attribute();
    }

    /** The name of the key's last part, by which the items of a partition are told apart. */
    String lastKeyName() {
        return table.keys().getLast().attribute();
    }

    /** The key of an item. */
    Map<String, AttributeValue> keyOf(Item item) {
        return table.keys().stream()
                .collect(Collectors.toMap(DynamoDbTable.Key::attribute, key -> item.value(key.attribute())));
    }

    /** Reads an item as the last acknowledged write left it. */
    Optional<Item> find(AttributeValue key) {
        Map<String, AttributeValue> found = dynamoDb.read(
                        name(),
                        client -> client.getItem(request ->
                                request.tableName(name()).key(key(key)).consistentRead(true)))
                .item();
        return Optional.of(new Item(found)).filter(item -> !item.isAbsent());
    }

    /** Reads the items of the same keys, in no order. */
    List<Item> findAll(List<Item> sameKeys) {
        return dynamoDb.batchGet(table, sameKeys.stream().map(this::keyOf).toList()).stream()
                .map(Item::new)
                .toList();
    }

    /**
     * Reads items of several tables in one request.
     *
     * @param sameKeys items of the same keys, by table; at most a hundred in all
     * @return those that are there, in no order, by table
     */
    static Map<ItemTable, List<Item>> findTogether(Map<ItemTable, List<Item>> sameKeys) {
        DynamoDb dynamoDb = sameKeys.keySet().iterator().next().dynamoDb;
        Map<String, List<Map<String, AttributeValue>>> keys = new HashMap<>();
        sameKeys.forEach((table, items) -> {
            if (!items.isEmpty()) {
                keys.put(table.name(), items.stream().map(table::keyOf).toList());
            }
        });
        Map<String, List<Map<String, AttributeValue>>> found = new BatchReads(dynamoDb).some(keys);
        return sameKeys.keySet().stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> found.getOrDefault(table.name(), List.of()).stream()
                                .map(Item::new)
                                .toList()));
    }

    /** Puts items in place of whatever is there, each by itself, and says what became of each. */
    List<Outcome<WriteRequest>> putAll(List<Item> items) {
        return dynamoDb.batchWrite(
                table,
                items.stream()
                        .map(item -> WriteRequest.builder()
                                .putRequest(put -> put.item(marked(item).attributes()))
                                .build())
                        .toList());
    }

    /** Puts items in place of whatever is there. May be done twice. */
    void putEvery(List<Item> items) {
        StoreErrors.requireEvery(putAll(items));
    }

    /** Puts an item in place of whatever the condition allows. */
    ConditionalWriteResult put(Item item, Expression condition) {
        return putAsItIs(marked(item), condition);
    }

    /** Puts an item without a token, for which it is the same who has put it. */
    ConditionalWriteResult putAsItIs(Item item, Expression condition) {
        return attempt(item, () -> {
            dynamoDb.write(
                    name(),
                    client -> client.putItem(request -> request.tableName(name())
                            .item(item.attributes())
                            .conditionExpression(condition.text())
                            .expressionAttributeNames(Expression.names(condition))
                            .expressionAttributeValues(valuesOf(condition))
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
            return item;
        });
    }

    /** Changes what an expression says of an item; what it sets, it sets first. */
    ConditionalWriteResult update(AttributeValue key, Expression change, Expression condition) {
        Item token = marked(NOTHING);
        Expression marking = WriteTokens.setting(change, token);
        Expression once = Expression.of("NOT #write_token = :write_token").and(condition);
        return attempt(
                token,
                () -> new Item(dynamoDb.write(
                                name(),
                                client -> client.updateItem(request -> request.tableName(name())
                                        .key(key(key))
                                        .updateExpression(marking.text())
                                        .conditionExpression(once.text())
                                        .expressionAttributeNames(Expression.names(marking, once))
                                        .expressionAttributeValues(Expression.values(marking, once))
                                        .returnValues(ReturnValue.ALL_NEW)
                                        .returnValuesOnConditionCheckFailure(
                                                ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                        .attributes()));
    }

    /** Changes what is no part of the thing itself, and leaves its token. May be done twice. */
    void adjust(AttributeValue key, Expression change, Expression condition) {
        ConditionalWriteResult unused = attempt(NOTHING, () -> {
            dynamoDb.write(
                    name(),
                    client -> client.updateItem(request -> request.tableName(name())
                            .key(key(key))
                            .updateExpression(change.text())
                            .conditionExpression(condition.text())
                            .expressionAttributeNames(Expression.names(change, condition))
                            .expressionAttributeValues(Expression.values(change, condition))));
            return NOTHING;
        });
    }

    /** Removes what nobody is to see. May be done twice, so that whether it was there is not said for sure. */
    ConditionalWriteResult discard(AttributeValue key, Expression condition) {
        return attempt(NOTHING, () -> {
            dynamoDb.write(
                    name(),
                    client -> client.deleteItem(request -> request.tableName(name())
                            .key(key(key))
                            .conditionExpression(condition.text())
                            .expressionAttributeNames(Expression.names(condition))
                            .expressionAttributeValues(valuesOf(condition))
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
            return NOTHING;
        });
    }

    /** A put as a part of a transaction. */
    TransactWriteItem putting(Item item, Expression condition) {
        Item marked = marked(item);
        return TransactWriteItem.builder()
                .put(put -> put.tableName(name())
                        .item(marked.attributes())
                        .conditionExpression(condition.text())
                        .expressionAttributeNames(Expression.names(condition))
                        .expressionAttributeValues(valuesOf(condition))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    /** A change of a thing as a part of a transaction. */
    TransactWriteItem changing(AttributeValue key, Expression change, Expression condition) {
        return adjusting(key, WriteTokens.setting(change, marked(NOTHING)), condition);
    }

    /** A change of what is no part of the thing itself, and leaves its token, as a part of a transaction. */
    TransactWriteItem adjusting(AttributeValue key, Expression change, Expression condition) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(name())
                        .key(key(key))
                        .updateExpression(change.text())
                        .conditionExpression(condition.text())
                        .expressionAttributeNames(Expression.names(change, condition))
                        .expressionAttributeValues(Expression.values(change, condition))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    /**
     * A removal as a part of a transaction. There is none outside of one: what is gone carries no token, and only the
     * transaction's own tells a removal that is sent again whether it was its own work that it finds.
     */
    TransactWriteItem removing(AttributeValue key, Expression condition) {
        return removing(key(key), condition);
    }

    /** As the other, by the key of a table that has one of two parts. */
    TransactWriteItem removing(Map<String, AttributeValue> key, Expression condition) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(name())
                        .key(key)
                        .conditionExpression(condition.text())
                        .expressionAttributeNames(Expression.names(condition))
                        .expressionAttributeValues(valuesOf(condition))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    /** A look at an item as a part of a transaction, which fails where the condition does not hold. */
    TransactWriteItem checking(AttributeValue key, Expression condition) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(name())
                        .key(key(key))
                        .conditionExpression(condition.text())
                        .expressionAttributeNames(Expression.names(condition))
                        .expressionAttributeValues(valuesOf(condition)))
                .build();
    }

    /** Removes an item, in a transaction of its own. */
    ConditionalWriteResult remove(AttributeValue key, Expression condition) {
        return ConditionalWriteResult.together(dynamoDb, List.of(removing(key, condition))).getFirst();
    }

    /** The item with the token of a write that is about to be made. */
    Item marked(Item item) {
        return tokens.mark(item);
    }

    private static ConditionalWriteResult attempt(Item marked, Supplier<Item> write) {
        try {
            return ConditionalWriteResult.done(write.get());
        } catch (ConditionalCheckFailedException refused) {
            ConditionalWriteResult attempt = ConditionalWriteResult.refused(refused.item());
            if (WriteTokens.of(marked).isEmpty()) {
                return attempt;
            }
            if (WriteTokens.of(marked).equals(WriteTokens.of(attempt.item()))) {
                return ConditionalWriteResult.done(attempt.item());
            }
            if (DynamoDb.maybeDoneBefore(refused)) {
                // It may have been done and written over by another since.
                throw StoreErrors.outcomeUnknown(refused);
            }
            return attempt;
        }
    }

    /** None rather than an empty map, which DynamoDB refuses. */
    private static @Nullable Map<String, AttributeValue> valuesOf(Expression expression) {
        return expression.values().isEmpty() ? null : new HashMap<>(expression.values());
    }
}
