package dev.rollcall.persistence.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.number.NumberItems;
import dev.rollcall.persistence.dynamodb.rsvp.event.EventItems;
import dev.rollcall.persistence.dynamodb.rsvp.invitation.GuestLists;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.invitation.ForeignReplies;
import dev.rollcall.rsvp.invitation.Guest;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.GuestReply;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import dev.rollcall.uuid.UuidRegistration;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Nothing that the domain allows is more than DynamoDB takes. */
final class LimitsTest {

    private static final String PREFIX = Stores.createTables();
    private static final DynamoDbClient CLIENT = Stores.client();
    private static final DynamoDbStore STORE = Stores.over(CLIENT, PREFIX);

    /** Four bytes in UTF-8, as many as a character can have. */
    private static final String WIDEST = "😀";

    private static final int LARGEST_ITEM = 400 * 1024;
    private static final int LARGEST_PARTITION_KEY = 2048;
    private static final Instant NOW = Fresh.instant();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void theLargestEventShouldBeFarFromTheLargestItem() {
        Event event = largestEvent(organizer());

        STORE.repositories().events().add(event);

        assertThat(STORE.repositories().events().find(event.id())).contains(event);
        assertThat(EventItems.item(event).attributes().toString().getBytes(StandardCharsets.UTF_8))
                .hasSizeBetween(42_000, LARGEST_ITEM / 8);
    }

    /** A hundred items of the largest, which is what a transaction takes. */
    @Test
    void theLargestStepOfAGuestListShouldBeTaken() {
        Event event = STORE.repositories().events().add(largestEvent(organizer()));
        List<Invitation> guests = Stream.generate(() -> largestInvitation(event))
                .limit(STORE.repositories().invitations().maxWeight() - 2)
                .toList();

        Event invited = STORE.repositories().invitations().write(GuestLists.adding(event, guests));
        GuestListWrite toWait = moving(invited, guests.subList(0, 32), 1_000);
        Event waiting = STORE.repositories().invitations().write(toWait);
        Event moved = STORE.repositories()
                .invitations()
                .write(moving(
                        waiting,
                        toWait.changed().stream().map(Replacement::next).toList(),
                        2_000));

        assertThat(STORE.repositories().events().find(event.id())).contains(moved);
        assertThat(STORE.repositories().invitations().waiting(event.id(), 100))
                .map(one -> one.place().orElseThrow())
                .hasSize(32)
                .allMatch(place -> place >= 2_000);
        assertThat(STORE.repositories()
                        .invitations()
                        .list(event.id(), PageRequest.first(100))
                        .items())
                .hasSize(guests.size());
    }

    @Test
    void aPageShouldBeFullThoughItsItemsFillMoreThanOneAnswer() {
        UserId organizer = organizer();
        // More than two answers of 1 MB.
        List<Event> events =
                Stream.generate(() -> largestEvent(organizer)).limit(60).toList();
        assertThat(STORE.repositories().events().addAll(events)).allMatch(Outcome.Success.class::isInstance);

        Page<Event, ?> ofOrganizer = STORE.repositories().events().list(organizer, PageRequest.first(59));
        Page<Event, EventId> all = STORE.repositories().events().list(PageRequest.first(59));

        assertThat(ofOrganizer.items()).hasSize(59);
        assertThat(ofOrganizer.next()).isPresent();
        assertThat(all.items()).hasSize(59);
        assertThat(all.next()).contains(all.items().getLast().id());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 25, 26, 99, 100, 101, 126})
    void batchesShouldBeCutIntoWhatARequestTakes(int size) {
        List<UuidRegistration> together = uuids(size);
        List<UuidRegistration> restored = uuids(size);
        List<Customer> customers = Stream.generate(() -> new Customer(Fresh.customerId(), Revision.first(NOW)))
                .limit(size)
                .toList();

        STORE.repositories().uuids().addTogether(together);

        assertThat(STORE.repositories().uuids().restoreAll(restored))
                .map(Outcome::orThrow)
                .isEqualTo(restored);
        assertThat(STORE.repositories().customers().restoreAll(customers))
                .map(Outcome::orThrow)
                .isEqualTo(customers);
        assertThat(Stream.concat(together.stream(), restored.stream()))
                .allSatisfy(one -> assertThat(STORE.repositories().uuids().find(one.uuid()))
                        .contains(one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999999999999999999999999999.9999999999",
                "-9999999999999999999999999999.9999999999",
                "1234567890123456789012345678.0123456789",
                "0.0000000001",
                "1000000000000000000000000000",
                "0"
            })
    void aNumberShouldKeepAll38Digits(String text) {
        ExactNumber number = ExactNumber.parse(text);

        STORE.repositories().numbers().put(number, NOW);

        Item item = raw(DynamoDbTable.NUMBERS, AttributeValue.fromN(text));
        assertThat(NumberItems.number(item)).isEqualTo(new RegisteredNumber(number, Revision.first(NOW)));
    }

    @Test
    void theLongestKeysOfTheWidestCharactersShouldBeTaken() {
        String longest = WIDEST.repeat(255);
        CustomerId customer = new CustomerId(longest);
        GuidRegistration guid = Fresh.guid(new GuidUser(longest), Fresh.NEVER);
        EmailAddress email = new EmailAddress(WIDEST.repeat(16) + "@" + "abcdefghi.".repeat(18) + "example");
        User user = Fresh.user(new UserId("~".repeat(64)), email);

        STORE.repositories().customers().put(customer, NOW);
        STORE.repositories().guids().add(guid, NOW);
        STORE.repositories().users().add(user);

        assertThat(longest.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST_PARTITION_KEY);
        assertThat(STORE.repositories().customers().find(customer)).isPresent();
        assertThat(STORE.repositories()
                        .guids()
                        .list(guid.user(), PageRequest.first(1), NOW)
                        .items())
                .containsExactly(guid);
        assertThat(STORE.repositories().users().find(user.id())).contains(user);
        assertThat(raw(DynamoDbTable.USER_EMAILS, Attributes.text(email.key())).text("user_id"))
                .isEqualTo(user.id().value());
    }

    @Test
    void anEmptyTextShouldNotBeAnAbsentOne() {
        UserId organizer = organizer();
        Event empty = event(organizer, "Title", Optional.of(""), Optional.of(""));
        Event absent = event(organizer, "Title", Optional.empty(), Optional.empty());

        STORE.repositories().events().addAll(List.of(empty, absent)).forEach(Outcome::orThrow);

        assertThat(STORE.repositories().events().find(empty.id())).contains(empty);
        assertThat(STORE.repositories().events().find(absent.id())).contains(absent);
        assertThat(raw(DynamoDbTable.EVENTS, EventItems.key(empty.id())).optionalText("description"))
                .contains("");
        assertThat(raw(DynamoDbTable.EVENTS, EventItems.key(absent.id())).has("description"))
                .isFalse();
    }

    private static Item raw(DynamoDbTable table, AttributeValue key) {
        return new Item(CLIENT.getItem(request -> request.tableName(PREFIX + table.name())
                        .key(Map.of(table.partitionKey().attribute(), key)))
                .item());
    }

    private static UserId organizer() {
        return STORE.repositories().users().add(Fresh.user(NOW)).id();
    }

    /** Each leaves its place, if it has one, and takes another. */
    private static GuestListWrite moving(Event event, List<Invitation> guests, long first) {
        List<Replacement<Invitation>> changed = IntStream.range(0, guests.size())
                .mapToObj(index -> new Replacement<>(
                        Invitations.waiting(first + index, guests.get(index)),
                        guests.get(index).revision()))
                .toList();
        List<OutboxMessage> messages =
                Stream.generate(() -> Fresh.message(event.id(), NOW)).limit(2).toList();
        return new GuestListWrite(GuestLists.next(event), List.of(), changed, List.of(), messages);
    }

    private static Invitation largestInvitation(Event event) {
        Invitation invitation = Fresh.invitation(event.id(), NOW);
        return new Invitation(
                invitation.key(),
                new Guest(invitation.guest().email(), Optional.of(new UserName(WIDEST.repeat(100))), Optional.empty()),
                Optional.of(1_000),
                Optional.of(WIDEST.repeat(2_000)),
                new GuestReply(
                        new Answer(ParticipationStatus.TENTATIVE, 1_000, Optional.of(WIDEST.repeat(1_000))),
                        Standing.NONE,
                        Optional.empty(),
                        Optional.of(NOW),
                        0,
                        Optional.of(NOW),
                        ForeignReplies.NONE),
                invitation.links(),
                Optional.empty(),
                Delivery.failed(WIDEST.repeat(500)),
                NOW,
                invitation.revision());
    }

    private static Event largestEvent(UserId organizer) {
        return event(
                organizer, WIDEST.repeat(200), Optional.of(WIDEST.repeat(10_000)), Optional.of(WIDEST.repeat(500)));
    }

    private static Event event(
            UserId organizer, String title, Optional<String> description, Optional<String> location) {
        EventTime start = EventTime.of(Fresh.instant(), EventZone.UTC.id());
        EventDetails details = new EventDetails(
                title,
                description,
                location,
                organizer,
                start,
                Optional.empty(),
                EventZone.UTC,
                false,
                Optional.of(1_000_000),
                WaitlistPolicy.AUTO,
                Optional.of(1_000),
                Optional.of(start),
                EventStatus.SCHEDULED);
        return Fresh.event(new EventId(Fresh.word() + Fresh.word()), details, NOW);
    }

    private static List<UuidRegistration> uuids(int size) {
        return Stream.generate(() -> UuidRegistration.first(Fresh.uuid(), NOW))
                .limit(size)
                .toList();
    }
}
