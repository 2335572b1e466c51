package dev.rollcall.persistence.dynamodb.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.persistence.dynamodb.DynamoDbStore;
import dev.rollcall.persistence.dynamodb.Stores;
import dev.rollcall.persistence.dynamodb.WatchedClient;
import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.rsvp.outbox.OutboxItems;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.storage.Repositories;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a step leaves in tables that no port shows, and what it does where others are at the same items. */
final class GuestListTransactionTest {

    private static final String PREFIX = Stores.createTables();
    private static final DynamoDbClient CLIENT = Stores.client();
    private static final DynamoDbStore STORE = Stores.over(CLIENT, PREFIX);
    private static final Repositories PORTS = STORE.repositories();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void aPlaceShouldBeTakenKeptMovedAndLeftWithTheInvitation() {
        Event event = GuestLists.event(PORTS);
        Invitation invited = GuestLists.invite(PORTS, event);
        Invitation fifth = Invitations.waiting(5, invited);
        Invitation stillFifth = Invitations.waiting(5, fifth);
        Invitation third = Invitations.waiting(3, stillFifth);
        Invitation seated = Invitations.answered(ParticipationStatus.ACCEPTED, third);

        change(event, invited, fifth);
        assertThat(places(event))
                .containsExactly("0000000000000000005#" + invited.key().id());
        change(event, fifth, stillFifth);
        assertThat(places(event))
                .containsExactly("0000000000000000005#" + invited.key().id());
        change(event, stillFifth, third);
        assertThat(places(event))
                .containsExactly("0000000000000000003#" + invited.key().id());
        change(event, third, seated);
        assertThat(places(event)).isEmpty();
    }

    /** A message that was sent and removed between the refusal and the next attempt would otherwise be lost. */
    @Test
    void aMessageThatIsGoneAfterARefusalShouldBeQueued() {
        Event event = GuestLists.event(PORTS);
        OutboxMessage message = Fresh.message(event.id(), Fresh.instant());
        PORTS.outbox().enqueue(List.of(message));
        DynamoDbClient watched = WatchedClient.watched(request -> {
            if (request == 2) {
                assertThat(PORTS.outbox().removeAll(List.of(new Removal<>(message.id(), message.revision()))))
                        .containsExactly(Outcome.success(message.id()));
            }
        });
        try (DynamoDbStore store = Stores.over(watched, PREFIX)) {
            Event unused = store.repositories().invitations().write(GuestLists.enqueuing(event, List.of(message)));
        }

        assertThat(item(message)).isEqualTo(message);
    }

    @Test
    void aMessageThatAnotherStepQueuesFirstShouldStayAsItIs() {
        Event event = GuestLists.event(PORTS);
        OutboxMessage message = Fresh.message(event.id(), Fresh.instant());
        DynamoDbClient watched = WatchedClient.watched(request -> {
            if (request == 2) {
                PORTS.outbox().enqueue(List.of(message));
            }
        });
        GuestListWrite step = GuestLists.enqueuing(event, List.of(late(message)));
        try (DynamoDbStore store = Stores.over(watched, PREFIX)) {
            assertThat(store.repositories().invitations().write(step))
                    .isEqualTo(step.event().next());
        }

        assertThat(GuestLists.present(PORTS, event)).isEqualTo(step.event().next());
        assertThat(item(message)).isEqualTo(message);
    }

    @Test
    void aMessageThatIsQueuedAlreadyShouldNotBeWritten() {
        Event event = GuestLists.event(PORTS);
        OutboxMessage known = Fresh.message(event.id(), Fresh.instant());
        OutboxMessage other = Fresh.message(event.id(), Fresh.instant());
        PORTS.outbox().enqueue(List.of(known));

        GuestListWrite write = GuestLists.enqueuing(event, List.of(late(known), other));
        assertThat(PORTS.invitations().write(write)).isEqualTo(write.event().next());

        assertThat(item(known)).isEqualTo(known);
        assertThat(item(other)).isEqualTo(other);
    }

    /** What the invitation was is read before the step is written; a change in between refuses the step whole. */
    @Test
    void anInvitationThatChangesAtTheLastMomentShouldRefuseTheStep() {
        Event event = GuestLists.event(PORTS);
        Invitation invited = GuestLists.invite(PORTS, event);
        Event present = GuestLists.present(PORTS, event);
        Invitation rival = Invitations.answered(ParticipationStatus.ACCEPTED, invited);
        DynamoDbClient watched = WatchedClient.watched(request -> {
            if (request == 2) {
                change(event, invited, rival);
            }
        });
        try (DynamoDbStore store = Stores.over(watched, PREFIX)) {
            assertThatThrownBy(() -> store.repositories().invitations().write(GuestLists.waiting(present, invited, 1)))
                    .isInstanceOf(PreconditionFailedException.class);
        }

        assertThat(places(event)).isEmpty();
        assertThat(PORTS.invitations().find(invited.key())).contains(rival);
        assertThat(PORTS.invitations()
                        .history(invited.key(), PageRequest.first(9))
                        .items())
                .hasSize(1);
    }

    private static void change(Event event, Invitation before, Invitation after) {
        Event unused = PORTS.invitations().write(GuestLists.changing(GuestLists.present(PORTS, event), before, after));
    }

    /** The same message, queued by another step, which would send it at another time. */
    private static OutboxMessage late(OutboxMessage message) {
        return new OutboxMessage(
                message.id(),
                message.task(),
                message.event(),
                message.invitation(),
                message.sequence(),
                Fresh.NEVER.at(),
                0,
                message.revision());
    }

    private static List<String> places(Event event) {
        return CLIENT
                .query(request -> request.tableName(PREFIX + DynamoDbTable.WAITLIST.name())
                        .consistentRead(true)
                        .keyConditionExpression("event_id = :event")
                        .expressionAttributeValues(
                                Map.of(":event", Attributes.text(event.id().value()))))
                .items()
                .stream()
                .map(item -> new Item(item).text("position"))
                .toList();
    }

    private static OutboxMessage item(OutboxMessage message) {
        return OutboxItems.message(new Item(CLIENT.getItem(
                        request -> request.tableName(PREFIX + DynamoDbTable.OUTBOX.name())
                                .consistentRead(true)
                                .key(Map.of("message_id", OutboxItems.key(message.id()))))
                .item()));
    }
}
