package dev.rollcall.persistence.dynamodb.schema;

import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.user.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The stored keys of e-mail addresses, which must be those that {@link EmailAddress#key} gives: another version of Rollcall may
 * have reckoned them by other rules. An item of the table of addresses, under a key that no address has, says that they are
 * right. Correcting them again changes nothing.
 */
final class EmailKeys {

    /** What a person reads of it. */
    static final String CHANGE = "correct the keys of e-mail addresses (IDNA 2008)";

    private static final Map<String, AttributeValue> MARK = Map.of("email_key", Attributes.text("#idna-2008"));
    private static final String REFUSED = "ConditionalCheckFailed";

    private final DynamoDbClient client;
    private final TableReader reader;

    EmailKeys(DynamoDbClient client, TableReader reader) {
        this.client = client;
        this.reader = reader;
    }

    /** Whether nobody has corrected them yet. */
    boolean areToBeCorrected() {
        return TableReader.ask(() -> client.getItem(
                        request -> request.tableName(emails()).key(MARK).consistentRead(true)))
                .filter(answer -> answer.hasItem())
                .isEmpty();
    }

    /** Corrects every key, and returns what a person should look at: a sentence for each, without addresses. */
    List<String> correct() {
        List<String> notes = new ArrayList<>();
        each(DynamoDbTable.USERS, item -> correctUser(item, notes));
        each(DynamoDbTable.INVITATIONS, item -> correctInvitation(item, notes));
        ask(() -> client.putItem(request -> request.tableName(emails()).item(MARK)));
        return notes;
    }

    private void correctUser(Item user, List<String> notes) {
        String name = "users " + user.key("user_id");
        EmailAddress address = address(user, name, notes);
        String stored = user.text("email_key");
        if (address.key().equals(stored)) {
            return;
        }
        AttributeValue id = user.value("user_id");
        try {
            ask(() -> client.transactWriteItems(request -> request.transactItems(
                    TransactWriteItem.builder()
                            .update(update -> update.tableName(reader.name(DynamoDbTable.USERS))
                                    .key(Map.of("user_id", id))
                                    .updateExpression("SET email_key = :new")
                                    .conditionExpression("email_key = :old")
                                    .expressionAttributeValues(change(stored, address)))
                            .build(),
                    TransactWriteItem.builder()
                            .put(put -> put.tableName(emails())
                                    .item(Map.of("email_key", Attributes.text(address.key()), "user_id", id))
                                    .conditionExpression("attribute_not_exists(email_key) OR user_id = :id")
                                    .expressionAttributeValues(Map.of(":id", id)))
                            .build(),
                    TransactWriteItem.builder()
                            .delete(delete -> delete.tableName(emails())
                                    .key(Map.of("email_key", Attributes.text(stored)))
                                    .conditionExpression("attribute_not_exists(email_key) OR user_id = :id")
                                    .expressionAttributeValues(Map.of(":id", id)))
                            .build())));
        } catch (TransactionCanceledException refused) {
            if (refused.cancellationReasons().stream().noneMatch(reason -> REFUSED.equals(reason.code()))) {
                throw refused;
            }
            // A user that was written in the meantime has got its key from that write.
            if (REFUSED.equals(refused.cancellationReasons().get(1).code())) {
                notes.add(name + " has an address that another user has in another form; it keeps its key.");
            }
        }
    }

    private void correctInvitation(Item invitation, List<String> notes) {
        EmailAddress address = address(invitation, "invitations " + invitation.key("event_id", "invitation_id"), notes);
        Optional<String> stored = invitation.optionalText("guest_key").filter(key -> !key.equals(address.key()));
        if (stored.isEmpty()) {
            return;
        }
        try {
            ask(() -> client.updateItem(request -> request.tableName(reader.name(DynamoDbTable.INVITATIONS))
                    .key(Map.of(
                            "event_id", invitation.value("event_id"),
                            "invitation_id", invitation.value("invitation_id")))
                    .updateExpression("SET guest_key = :new")
                    .conditionExpression("guest_key = :old")
                    .expressionAttributeValues(change(stored.orElseThrow(), address))));
        } catch (ConditionalCheckFailedException writtenMeanwhile) {
            // It has its key from there.
        }
    }

    private static EmailAddress address(Item item, String name, List<String> notes) {
        EmailAddress address = StoredValues.trust(() -> new EmailAddress(item.text("email")));
        if (!address.isAccepted()) {
            notes.add(name + " has an address that would be refused today; it stays as it is.");
        }
        return address;
    }

    private static Map<String, AttributeValue> change(String from, EmailAddress to) {
        return Map.of(":old", Attributes.text(from), ":new", Attributes.text(to.key()));
    }

    private void each(DynamoDbTable table, Consumer<Item> work) {
        Map<String, AttributeValue> after = Map.of();
        do {
            Map<String, AttributeValue> start = after;
            var page = TableReader.ask(() -> client.scan(request -> {
                        request.tableName(reader.name(table)).consistentRead(true);
                        if (!start.isEmpty()) {
                            request.exclusiveStartKey(start);
                        }
                    }))
                    .orElseThrow();
            page.items().forEach(item -> work.accept(new Item(item)));
            after = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
        } while (!after.isEmpty());
    }

    private static <T> void ask(Supplier<T> question) {
        T unused = TableReader.ask(question).orElseThrow();
    }

    private String emails() {
        return reader.name(DynamoDbTable.USER_EMAILS);
    }
}
