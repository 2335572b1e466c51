package dev.rollcall.persistence.dynamodb.item;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.rollcall.port.Revision;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A condition, a filter or an update in DynamoDB's language. In it {@code #name} is the attribute of that name, so that no
 * reserved word is in the way, and {@code :name} is a value that is bound to it. Unmodifiable.
 *
 * @param text the expression
 * @param values the values by their names, the colon included
 */
public record Expression(String text, Map<String, AttributeValue> values) {

    private static final Pattern NAME = Pattern.compile("#(\\w+)");

    /** Copies the values. */
    public Expression {
        values = Map.copyOf(values);
    }

    /**
     * Returns an expression that binds no value yet.
     *
     * @param text the expression
     * @return the expression
     */
    public static Expression of(String text) {
        return new Expression(text, Map.of());
    }

    /**
     * Returns the condition that there is no item, or that an item has no such attribute.
     *
     * @param key the name of the partition key, or of the attribute
     * @return the condition
     */
    public static Expression isAbsent(String key) {
        return of("attribute_not_exists(#" + key + ")");
    }

    /**
     * Returns the condition that there is an item.
     *
     * @param key the name of the partition key
     * @return the condition
     */
    public static Expression isPresent(String key) {
        return of("attribute_exists(#" + key + ")");
    }

    /**
     * Returns a condition that always holds, for a part of a transaction that must have one.
     *
     * @param key the name of the partition key
     * @return the condition
     */
    public static Expression isAny(String key) {
        return isPresent(key).or(isAbsent(key));
    }

    /**
     * Returns the condition that an entity is present and was created at a moment.
     *
     * @param createdAt the moment
     * @return the condition
     */
    public static Expression isCreated(Instant createdAt) {
        return of("#created_at = :expected_creation").bind("expected_creation", createdAt);
    }

    /**
     * Returns the condition that an entity is at a revision.
     *
     * @param expected the revision
     * @return the condition
     */
    public static Expression isAt(Revision expected) {
        return of("#created_at = :expected_creation AND #revision = :expected_revision")
                .bind("expected_creation", expected.createdAt())
                .bind("expected_revision", expected.count());
    }

    /**
     * Binds a value.
     *
     * @param name the name, without the colon
     * @param value the value
     * @return the expression with that value
     */
    public Expression bind(String name, AttributeValue value) {
        Map<String, AttributeValue> more = new HashMap<>(values);
        more.put(":" + name, value);
        return new Expression(text, more);
    }

    /**
     * Binds a text.
     *
     * @param name the name, without the colon
     * @param value the value
     * @return the expression with that value
     */
    public Expression bind(String name, String value) {
        return bind(name, Attributes.text(value));
    }

    /**
     * Binds a number.
     *
     * @param name the name, without the colon
     * @param value the value
     * @return the expression with that value
     */
    public Expression bind(String name, long value) {
        return bind(name, Attributes.number(value));
    }

    /**
     * Binds a moment.
     *
     * @param name the name, without the colon
     * @param value the value
     * @return the expression with that value
     */
    public Expression bind(String name, Instant value) {
        return bind(name, Attributes.moment(value));
    }

    /**
     * Returns the condition that this one and another hold.
     *
     * @param other the other condition
     * @return both conditions
     */
    public Expression and(Expression other) {
        return new Expression("(" + text + ") AND (" + other.text + ")", values(this, other));
    }

    /**
     * Returns the condition that this one or another holds.
     *
     * @param other the other condition
     * @return either condition
     */
    public Expression or(Expression other) {
        return new Expression("(" + text + ") OR (" + other.text + ")", values(this, other));
    }

    /**
     * Returns the values for a request that has this expression alone.
     *
     * @return the values by their placeholders, or null if there are none, because DynamoDB rejects an empty map
     */
    public @Nullable Map<String, AttributeValue> valuesOrNull() {
        return values.isEmpty() ? null : values;
    }

    /**
     * Returns the attribute names of the expressions of one request.
     *
     * @param expressions all expressions of the request
     * @return the attributes, by their placeholders
     */
    public static Map<String, String> names(Expression... expressions) {
        String all = Stream.of(expressions).map(Expression::text).collect(joining(" "));
        return NAME.matcher(all)
                .results()
                .collect(toMap(MatchResult::group, match -> match.group(1), (one, same) -> one));
    }

    /**
     * Returns the values that the expressions of one request bind.
     *
     * @param expressions all expressions of the request
     * @return the values, by their placeholders; may be empty
     */
    public static Map<String, AttributeValue> values(Expression... expressions) {
        Map<String, AttributeValue> all = new HashMap<>();
        Stream.of(expressions).forEach(expression -> all.putAll(expression.values));
        return all;
    }
}
