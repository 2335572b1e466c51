package dev.rollcall.persistence.dynamodb.table;

import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The writes of single items as parts of a transaction, which {@link ConditionalWriteResult#ofTransaction} executes. */
public final class TransactionWrites {

    private TransactionWrites() {}

    /**
     * Puts an item.
     *
     * @param table the table of the item
     * @param item the item; it gets a new token
     * @param condition the condition on the item that is present, or on its absence
     * @return the part
     */
    public static TransactWriteItem put(ItemTable table, Item item, Expression condition) {
        Item marked = table.marked(item);
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(marked.attributes())
                        .conditionExpression(condition.text())
                        .expressionAttributeNames(Expression.names(condition))
                        .expressionAttributeValues(condition.valuesOrNull())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    /**
     * Changes an item, and sets a new token.
     *
     * @param table the table of the item
     * @param key the partition key
     * @param change the update expression; a {@code SET} clause comes first
     * @param condition the condition on the item that is present, or on its absence
     * @return the part
     */
    public static TransactWriteItem update(
            ItemTable table, AttributeValue key, Expression change, Expression condition) {
        return adjust(table, key, WriteTokens.setting(change, table.newToken()), condition);
    }

    /**
     * Changes an item and keeps its token. This is for attributes that are no part of the entity, such as counters.
     *
     * @param table the table of the item
     * @param key the partition key
     * @param change the update expression
     * @param condition the condition on the item that is present, or on its absence
     * @return the part
     */
    public static TransactWriteItem adjust(
            ItemTable table, AttributeValue key, Expression change, Expression condition) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(table.key(key))
                        .updateExpression(change.text())
                        .conditionExpression(condition.text())
                        .expressionAttributeNames(Expression.names(change, condition))
                        .expressionAttributeValues(Expression.values(change, condition))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    /**
     * Removes an item of a table whose key is a partition key alone.
     *
     * @param table the table of the item
     * @param key the partition key
     * @param condition the condition on the item that is present, or on its absence
     * @return the part
     */
    public static TransactWriteItem remove(ItemTable table, AttributeValue key, Expression condition) {
        return remove(table, table.key(key), condition);
    }

    /**
     * Removes an item. A removal exists only in transactions: a removed item carries no token, so that only the token of the
     * transaction tells whether a removal that is sent again was done before.
     *
     * @param table the table of the item
     * @param key the key, with all its parts
     * @param condition the condition on the item that is present, or on its absence
     * @return the part
     */
    public static TransactWriteItem remove(ItemTable table, Map<String, AttributeValue> key, Expression condition) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(key)
                        .conditionExpression(condition.text())
                        .expressionAttributeNames(Expression.names(condition))
                        .expressionAttributeValues(condition.valuesOrNull())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    /**
     * Checks an item, and changes nothing. The transaction fails if the condition does not hold.
     *
     * @param table the table of the item
     * @param key the partition key
     * @param condition the condition on the item that is present, or on its absence
     * @return the part
     */
    public static TransactWriteItem check(ItemTable table, AttributeValue key, Expression condition) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table.name())
                        .key(table.key(key))
                        .conditionExpression(condition.text())
                        .expressionAttributeNames(Expression.names(condition))
                        .expressionAttributeValues(condition.valuesOrNull()))
                .build();
    }
}
