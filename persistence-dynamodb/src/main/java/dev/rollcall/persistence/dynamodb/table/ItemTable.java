package dev.rollcall.persistence.dynamodb.table;

import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.item.StoreErrors;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.port.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * One table: finds items and writes them under conditions. Every write of an entity leaves a fresh token in its item. A write
 * that is sent again, because its outcome is unknown, can be refused because of its own first attempt. It recognizes that
 * attempt by the token. Thread-safe.
 */
public final class ItemTable {

    private static final Item NOTHING = new Item(Map.of());

    private final DynamoDb dynamoDb;
    private final DynamoDbTable table;
    private final WriteTokens tokens;

    /**
     * A table.
     *
     * @param dynamoDb sends the requests
     * @param table the definition of the table
     * @param random makes tokens; strong and thread-safe
     */
    public ItemTable(DynamoDb dynamoDb, DynamoDbTable table, RandomGenerator random) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        tokens = new WriteTokens(random);
    }

    /**
     * Returns what sends the requests.
     *
     * @return the same object at each call
     */
    public DynamoDb dynamoDb() {
        return dynamoDb;
    }

    /**
     * Returns the source of random numbers.
     *
     * @return the generator; strong and thread-safe
     */
    public RandomGenerator random() {
        return tokens.random();
    }

    String name() {
        return dynamoDb.table(table);
    }

    Map<String, AttributeValue> key(AttributeValue value) {
        return Map.of(keyName(), value);
    }

    /**
     * Returns the name of the partition key. There is an item if there is an attribute of this name.
     *
     * @return the name
     */
    public String keyName() {
        return table.partitionKey().attribute();
    }

    /** The name of the last part of the key, which is unique within a partition. */
    String lastKeyName() {
        return table.keys().getLast().attribute();
    }

    /**
     * Returns the key of an item.
     *
     * @param item an item with the attributes of the key
     * @return the attributes of the key
     */
    public Map<String, AttributeValue> keyOf(Item item) {
        return table.keys().stream()
                .collect(Collectors.toMap(DynamoDbTable.Key::attribute, key -> item.value(key.attribute())));
    }

    /**
     * Reads an item, strongly consistent.
     *
     * @param key the partition key
     * @return the item; empty if there is none
     */
    public Optional<Item> find(AttributeValue key) {
        Map<String, AttributeValue> found = dynamoDb.read(
                        name(),
                        client -> client.getItem(request ->
                                request.tableName(name()).key(key(key)).consistentRead(true)))
                .item();
        return Optional.of(new Item(found)).filter(item -> !item.isAbsent());
    }

    /**
     * Reads the items of some keys, strongly consistent.
     *
     * @param sameKeys items with the attributes of the keys
     * @return those that are present, in no order
     */
    public List<Item> findAll(List<Item> sameKeys) {
        return dynamoDb.batchGet(table, sameKeys.stream().map(this::keyOf).toList()).stream()
                .map(Item::new)
                .toList();
    }

    /**
     * Puts items without conditions, each by itself.
     *
     * @param items the items
     * @return an outcome per item, in the order of the items
     */
    public List<Outcome<WriteRequest>> putAll(List<Item> items) {
        return dynamoDb.batchWrite(
                table,
                items.stream()
                        .map(item -> WriteRequest.builder()
                                .putRequest(put -> put.item(marked(item).attributes()))
                                .build())
                        .toList());
    }

    /**
     * Puts items without conditions. This may be done twice.
     *
     * @param items the items
     * @throws dev.rollcall.error.RollcallException if one was not put
     */
    public void putEvery(List<Item> items) {
        StoreErrors.requireEvery(putAll(items));
    }

    /**
     * Puts an item with a new token.
     *
     * @param item the item
     * @param condition the condition on the item that is present, or on its absence
     * @return the result
     */
    public ConditionalWriteResult put(Item item, Expression condition) {
        return putAsItIs(marked(item), condition);
    }

    /**
     * Puts an item without a token, where it does not matter who has put it.
     *
     * @param item the item
     * @param condition the condition on the item that is present, or on its absence
     * @return the result
     */
    public ConditionalWriteResult putAsItIs(Item item, Expression condition) {
        return attempt(item, () -> {
            dynamoDb.write(
                    name(),
                    client -> client.putItem(request -> request.tableName(name())
                            .item(item.attributes())
                            .conditionExpression(condition.text())
                            .expressionAttributeNames(Expression.names(condition))
                            .expressionAttributeValues(condition.valuesOrNull())
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
            return item;
        });
    }

    /**
     * Changes an item, and sets a new token.
     *
     * @param key the partition key
     * @param change the update expression; a {@code SET} clause comes first
     * @param condition the condition on the item that is present, or on its absence
     * @return the result, with the item after the change
     */
    public ConditionalWriteResult update(AttributeValue key, Expression change, Expression condition) {
        Item token = newToken();
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

    /**
     * Changes attributes that are no part of the entity, and keeps the token. This may be done twice.
     *
     * @param key the partition key
     * @param change the update expression
     * @param condition the condition; if it does not hold, nothing happens
     */
    public void adjust(AttributeValue key, Expression change, Expression condition) {
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

    /**
     * Removes an item that is invisible. This may be done twice, so the result does not say whether it was present.
     *
     * @param key the partition key
     * @param condition the condition on the item that is present, or on its absence
     * @return the result
     */
    public ConditionalWriteResult discard(AttributeValue key, Expression condition) {
        return attempt(NOTHING, () -> {
            dynamoDb.write(
                    name(),
                    client -> client.deleteItem(request -> request.tableName(name())
                            .key(key(key))
                            .conditionExpression(condition.text())
                            .expressionAttributeNames(Expression.names(condition))
                            .expressionAttributeValues(condition.valuesOrNull())
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
            return NOTHING;
        });
    }

    /**
     * Removes an item, in a transaction of its own.
     *
     * @param key the partition key
     * @param condition the condition on the item that is present, or on its absence
     * @return the result
     */
    public ConditionalWriteResult remove(AttributeValue key, Expression condition) {
        return ConditionalWriteResult.ofTransaction(dynamoDb, List.of(TransactionWrites.remove(this, key, condition)))
                .getFirst();
    }

    /** A new token, as an item that has no other attribute. */
    Item newToken() {
        return marked(NOTHING);
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
}
