package dev.rollcall.persistence.dynamodb;

import dev.rollcall.Outcome;
import dev.rollcall.Revision;
import dev.rollcall.customer.Customer;
import dev.rollcall.db.DynamoDbTable;
import dev.rollcall.guid.Expiry;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.rsvp.User;
import dev.rollcall.testkit.Fresh;
import dev.rollcall.uuid.UuidRegistration;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A store with so many items in each table, all GUIDs of them of one user and all events of one organizer. */
final class FilledStore {

    static final Instant NOW = Instant.parse("2031-05-01T18:00:00.123456Z");

    private static final Expiry EXPIRED = new Expiry(NOW);

    /** One in so many GUIDs of the user with few of them is alive. */
    private static final int FEW = 2000;

    final CapacityMeter meter = new CapacityMeter();
    final DynamoDbRepositories repositories;
    final GuidUser userOfMany = Fresh.guidUser();
    final GuidUser userOfFew = Fresh.guidUser();
    final User organizer = Fresh.user(NOW);

    private final DynamoDb dynamoDb;

    FilledStore(int size) {
        String prefix = Stores.createTables();
        DynamoDbClient client = Stores.client(meter);
        dynamoDb = Stores.dynamoDb(client, prefix);
        repositories = Stores.over(client, prefix);
        fill(DynamoDbTable.UUIDS, size, () -> UuidItems.item(UuidRegistration.first(Fresh.uuid(), NOW)));
        fill(DynamoDbTable.GUIDS, size / FEW, () -> GuidItems.item(Fresh.guid(userOfFew, Fresh.NEVER)));
        fill(DynamoDbTable.GUIDS, size - size / FEW, () -> GuidItems.item(Fresh.guid(userOfFew, EXPIRED)));
        fill(DynamoDbTable.GUIDS, size, () -> GuidItems.item(Fresh.guid(userOfMany, Fresh.NEVER)));
        fill(
                DynamoDbTable.CUSTOMER_IDS,
                size,
                () -> CustomerItems.item(new Customer(Fresh.customerId(), Revision.first(NOW))));
        fill(
                DynamoDbTable.NUMBERS,
                size,
                () -> NumberItems.item(new RegisteredNumber(Fresh.number(), Revision.first(NOW))));
        fill(DynamoDbTable.USERS, size - 1, () -> UserItems.item(Fresh.user(NOW)));
        User unused = repositories.users().add(organizer);
        fill(DynamoDbTable.EVENTS, size, () -> EventItems.item(Fresh.event(organizer.id(), NOW)));
    }

    private void fill(DynamoDbTable table, int count, Supplier<Item> item) {
        ItemTable items = new ItemTable(dynamoDb, table, new SecureRandom());
        items.putAll(Stream.generate(item).limit(count).toList()).forEach(Outcome::orThrow);
    }
}
