package dev.rollcall.persistence.dynamodb;

import dev.rollcall.customer.Customer;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.persistence.dynamodb.customer.CustomerItems;
import dev.rollcall.persistence.dynamodb.guid.GuidItems;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.number.NumberItems;
import dev.rollcall.persistence.dynamodb.rsvp.event.EventItems;
import dev.rollcall.persistence.dynamodb.rsvp.invitation.AnswerItems;
import dev.rollcall.persistence.dynamodb.rsvp.invitation.InvitationItems;
import dev.rollcall.persistence.dynamodb.rsvp.invitation.WaitItems;
import dev.rollcall.persistence.dynamodb.rsvp.link.LinkItems;
import dev.rollcall.persistence.dynamodb.rsvp.outbox.OutboxItems;
import dev.rollcall.persistence.dynamodb.rsvp.user.UserItems;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.persistence.dynamodb.table.DynamoDb;
import dev.rollcall.persistence.dynamodb.table.ItemTable;
import dev.rollcall.persistence.dynamodb.uuid.UuidItems;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.storage.Repositories;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import dev.rollcall.uuid.UuidRegistration;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A store with so many items in each table: all GUIDs of one user, all events of one organizer, all invitations to one event.
 */
final class FilledStore {

    static final Instant NOW = Instant.parse("2031-05-01T18:00:00.123456Z");

    private static final Expiry EXPIRED = new Expiry(NOW);

    /** One in so many GUIDs of the user with few of them is alive. */
    private static final int FEW = 2000;

    final CapacityMeter meter = new CapacityMeter();
    final Repositories repositories;
    final GuidUser userOfMany = Fresh.guidUser();
    final GuidUser userOfFew = Fresh.guidUser();
    final User organizer = Fresh.user(NOW);
    final Event event = Fresh.event(organizer.id(), NOW);
    final Invitation guest = Fresh.invitation(event.id(), NOW);

    private final DynamoDb dynamoDb;

    FilledStore(int size) {
        String prefix = Stores.createTables();
        DynamoDbClient client = Stores.client(meter);
        dynamoDb = Stores.dynamoDb(client, prefix);
        repositories = Stores.over(client, prefix).repositories();
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
        fillGuestList(size);
    }

    /** Everybody waits, and one guest is invited to as many other events and has answered as often. */
    private void fillGuestList(int size) {
        AtomicLong number = new AtomicLong();
        List<Invitation> waiting = Stream.generate(
                        () -> Invitations.waiting(number.incrementAndGet(), Fresh.invitation(event.id(), NOW)))
                .limit(size)
                .toList();
        fill(
                DynamoDbTable.INVITATIONS,
                size,
                waiting.stream().map(InvitationItems::item).iterator()::next);
        fill(
                DynamoDbTable.WAITLIST,
                size,
                waiting.stream()
                        .map(one -> WaitItems.item(one, one.place().orElseThrow()))
                        .iterator()::next);
        fill(
                DynamoDbTable.INVITATIONS,
                size,
                () -> InvitationItems.item(Fresh.invitation(
                        new EventId(Fresh.word()), guest.guest().email(), NOW)));
        number.set(0);
        fill(
                DynamoDbTable.ANSWERS,
                size,
                () -> AnswerItems.item(new AnswerRecord(
                        guest.key(),
                        number.incrementAndGet(),
                        NOW,
                        Channel.API,
                        Answer.NONE,
                        Answer.NONE,
                        Standing.NONE)));
        fill(DynamoDbTable.OUTBOX, size, () -> OutboxItems.item(Fresh.message(event.id(), NOW)));
        fill(DynamoDbTable.ANSWER_LINKS, size, () -> LinkItems.item(Fresh.answerLink()));
    }

    private void fill(DynamoDbTable table, int count, Supplier<Item> item) {
        ItemTable items = new ItemTable(dynamoDb, table, new SecureRandom());
        items.putAll(Stream.generate(item).limit(count).toList()).forEach(Outcome::orThrow);
    }
}
