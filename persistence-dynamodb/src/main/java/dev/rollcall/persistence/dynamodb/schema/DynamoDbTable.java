package dev.rollcall.persistence.dynamodb.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table that Rollcall needs on DynamoDB. The tables are defined here and nowhere else: what creates them, what checks them
 * at the start, and the templates that deploy them all read this.
 *
 * @param name the table's name, without the prefix that a store's URL may give it
 * @param partitionKey the attribute that is the partition key
 * @param sortKey the attribute that is the sort key; empty where the partition key alone is the key
 * @param timeToLive the attribute that says, in Unix seconds, from when on DynamoDB may remove an item; empty where items stay
 * @param indexes the table's global secondary indexes; may be empty
 */
public record DynamoDbTable(
        String name, Key partitionKey, Optional<Key> sortKey, Optional<String> timeToLive, List<Index> indexes) {

    private static final List<DynamoDbTable> DEFINED = new ArrayList<>();

    /** Registered UUIDs. */
    public static final DynamoDbTable UUIDS = table("uuids", Key.text("uuid"));

    /** What became of batches of UUIDs that are too large for one transaction. */
    public static final DynamoDbTable UUID_BATCHES = table("uuid_batches", Key.text("batch"));

    /** GUIDs with metadata; DynamoDB removes them some time after they have expired. */
    public static final DynamoDbTable GUIDS =
            expiring("guids", Key.text("guid"), "expires_at", new Index("by_user", Key.text("user"), Key.text("guid")));

    /** Users. */
    public static final DynamoDbTable USERS = table("users", Key.text("user_id"));

    /** Addresses of users, which makes them unique. */
    public static final DynamoDbTable USER_EMAILS = table("user_emails", Key.text("email_key"));

    /** Events. */
    public static final DynamoDbTable EVENTS = table(
            "events", Key.text("event_id"), new Index("by_organizer", Key.text("organizer_id"), Key.text("position")));

    /** Invitations; those that were taken back are not in the index. */
    public static final DynamoDbTable INVITATIONS = sorted(
            "invitations",
            Key.text("event_id"),
            Key.text("invitation_id"),
            new Index("by_guest", Key.text("guest_key"), Key.text("invitation_key")));

    /** Places in wait-lists, in their order. */
    public static final DynamoDbTable WAITLIST = sorted("waitlist", Key.text("event_id"), Key.text("position"));

    /** What became of answers. */
    public static final DynamoDbTable ANSWERS = sorted("answers", Key.text("invitation_key"), Key.number("number"));

    /** Queued messages; the index has a few partitions, in each of which what is due first comes first. */
    public static final DynamoDbTable OUTBOX =
            table("outbox", Key.text("message_id"), new Index("by_due", Key.text("shard"), Key.text("position")));

    /** The invitations that links answer. */
    public static final DynamoDbTable ANSWER_LINKS = table("answer_links", Key.text("hash"));

    /** The one secret link of a thing. */
    public static final DynamoDbTable SECRET_LINKS = table("secret_links", Key.text("subject"));

    /** Known customers. */
    public static final DynamoDbTable CUSTOMER_IDS = table("customer_ids", Key.text("id"));

    /** The set of numbers. */
    public static final DynamoDbTable NUMBERS = table("Numbers", Key.number("Number"));

    /** Every table, in the order in which they are defined. */
    public static final List<DynamoDbTable> ALL = List.copyOf(DEFINED);

    /** Copies the indexes. */
    public DynamoDbTable {
        indexes = List.copyOf(indexes);
    }

    /**
     * What an item is found by.
     *
     * @return the partition's key, and the sort key where there is one
     */
    public List<Key> keys() {
        return Stream.concat(Stream.of(partitionKey), sortKey.stream()).toList();
    }

    /**
     * An attribute that is part of a key.
     *
     * @param attribute the attribute's name
     * @param type {@code S} for a text, {@code N} for a number
     */
    public record Key(String attribute, String type) {

        private static Key text(String attribute) {
            return new Key(attribute, "S");
        }

        private static Key number(String attribute) {
            return new Key(attribute, "N");
        }
    }

    /**
     * A global secondary index that holds every attribute.
     *
     * @param name the index's name
     * @param partitionKey the attribute that is the partition key
     * @param sortKey the attribute that is the sort key
     */
    public record Index(String name, Key partitionKey, Key sortKey) {}

    private static DynamoDbTable table(String name, Key partitionKey, Index... indexes) {
        return defined(new DynamoDbTable(name, partitionKey, Optional.empty(), Optional.empty(), List.of(indexes)));
    }

    private static DynamoDbTable sorted(String name, Key partitionKey, Key sortKey, Index... indexes) {
        return defined(new DynamoDbTable(name, partitionKey, Optional.of(sortKey), Optional.empty(), List.of(indexes)));
    }

    private static DynamoDbTable expiring(String name, Key partitionKey, String timeToLive, Index... indexes) {
        return defined(
                new DynamoDbTable(name, partitionKey, Optional.empty(), Optional.of(timeToLive), List.of(indexes)));
    }

    private static DynamoDbTable defined(DynamoDbTable table) {
        DEFINED.add(table);
        return table;
    }
}
