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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A condition, a filter or an update in DynamoDB's language. In it {@code #name} is the attribute of that name, so that no
 * reserved word is in the way, and {@code :name} is a value that is bound to it. Unmodifiable.
 *
 * @param text the expression
 * @param values the values by their names, the colon included
 */
record Expression(String text, Map<String, AttributeValue> values) {

    private static final Pattern NAME = Pattern.compile("#(\\w+)");

    Expression {
        values = Map.copyOf(values);
    }

    static Expression of(String text) {
        return new Expression(text, Map.of());
    }

    /** That there is no item, by the name of its key. */
    static Expression isAbsent(String key) {
        return of("attribute_not_exists(#" + key + ")");
    }

    /** That there is an item, by the name of its key. */
    static Expression isPresent(String key) {
        return of("attribute_exists(#" + key + ")");
    }

    /** What always holds, for a part of a transaction that must have a condition; by the name of the item's key. */
    static Expression isAny(String key) {
        return isPresent(key).or(isAbsent(key));
    }

    /** That the thing is there, and was created at a moment. */
    static Expression isCreated(Instant createdAt) {
        return of("#created_at = :expected_creation").bind("expected_creation", createdAt);
    }

    /** That the thing is at a revision. */
    static Expression isAt(Revision expected) {
        return of("#created_at = :expected_creation AND #revision = :expected_revision")
                .bind("expected_creation", expected.createdAt())
                .bind("expected_revision", expected.count());
    }

    Expression bind(String name, AttributeValue value) {
        Map<String, AttributeValue> more = new HashMap<>(values);
        more.put(":" + name, value);
        return new Expression(text, more);
    }

    Expression bind(String name, String value) {
        return bind(name, Attributes.text(value));
    }

    Expression bind(String name, long value) {
        return bind(name, Attributes.number(value));
    }

    Expression bind(String name, Instant value) {
        return bind(name, Attributes.moment(value));
    }

    Expression and(Expression other) {
        return new Expression("(" + text + ") AND (" + other.text + ")", values(this, other));
    }

    Expression or(Expression other) {
        return new Expression("(" + text + ") OR (" + other.text + ")", values(this, other));
    }

    /** The attributes that the expressions of one request name. */
    static Map<String, String> names(Expression... expressions) {
        String all = Stream.of(expressions).map(Expression::text).collect(joining(" "));
        return NAME.matcher(all)
                .results()
                .collect(toMap(MatchResult::group, match -> match.group(1), (one, same) -> one));
    }

    /** The values that the expressions of one request bind. */
    static Map<String, AttributeValue> values(Expression... expressions) {
        Map<String, AttributeValue> all = new HashMap<>();
        Stream.of(expressions).forEach(expression -> all.putAll(expression.values));
        return all;
    }
}
