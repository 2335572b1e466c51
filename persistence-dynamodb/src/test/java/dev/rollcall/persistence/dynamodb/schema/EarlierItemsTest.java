package dev.rollcall.persistence.dynamodb.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.persistence.dynamodb.DynamoDbStorageProvider;
import dev.rollcall.persistence.dynamodb.DynamoDbStore;
import dev.rollcall.persistence.dynamodb.Stores;
import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.rsvp.event.EventItems;
import dev.rollcall.persistence.dynamodb.rsvp.invitation.InvitationItems;
import dev.rollcall.persistence.dynamodb.rsvp.user.UserItems;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.server.DynamoDbServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items that an earlier version wrote, and items that nobody can read. */
final class EarlierItemsTest {

    private static final String PREFIX = Stores.createTables();
    private static final DynamoDbClient CLIENT = Stores.client();
    private static final DynamoDbStore STORE = Stores.over(CLIENT, PREFIX);

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void keysOfAddressesShouldBeCorrectedOnce() {
        User split = user("split", new EmailAddress("ann@straße.example"));
        User refused = user("refused", StoredValues.trust(() -> new EmailAddress("bob@exam\u00adple.org")));
        STORE.repositories().users().restoreAll(List.of(split, refused)).forEach(Outcome::orThrow);
        Event event = STORE.repositories().events().add(Fresh.event(split.id(), Fresh.instant()));
        Invitation invitation = Fresh.invitation(event.id(), split.email(), Fresh.instant());
        STORE.repositories().invitations().restoreAll(List.of(invitation)).forEach(Outcome::orThrow);
        takeBack(split, invitation);
        contest();

        StorageSettings settings = Stores.settings(DynamoDbServer.shared(), "prefix=" + PREFIX);
        try (SchemaMigration migration = new DynamoDbStorageProvider().migration(settings)) {
            assertThat(migration.pending()).containsExactly(EmailKeys.CHANGE);
            assertThat(migration.script()).startsWith("#").contains("rollcall migrate");
            assertThat(migration.apply(change -> {})).isOne();
            assertThat(migration.notes())
                    .containsExactlyInAnyOrder(
                            "users refused has an address that would be refused today; it stays as it is.",
                            "users first has an address that another user has in another form; it keeps its key.");
            assertThat(migration.pending()).isEmpty();
        }

        assertThat(STORE.repositories()
                        .invitations()
                        .list(split.email(), PageRequest.first(10))
                        .items())
                .containsExactly(invitation);
        assertThatThrownBy(() -> STORE.repositories().users().add(user("again", split.email())))
                .isInstanceOf(AlreadyExistsException.class);
        User plain = user("plain", new EmailAddress("ann@strasse.example"));
        assertThat(STORE.repositories().users().add(plain)).isEqualTo(plain);
    }

    @Test
    void anUnreadableItemShouldBeAFailureThatNamesTableAndKey() {
        User organizer = STORE.repositories().users().add(Fresh.user(Fresh.instant()));
        Event event = STORE.repositories().events().add(Fresh.event(organizer.id(), Fresh.instant()));
        for (Map.Entry<String, AttributeValue> broken : Map.of(
                        "status", Attributes.text("ann@example.org"),
                        "starts_at", Attributes.text("ann@example.org"),
                        "capacity", Attributes.text("ann@example.org"))
                .entrySet()) {
            set(
                    DynamoDbTable.EVENTS,
                    Map.of("event_id", EventItems.key(event.id())),
                    broken.getKey(),
                    broken.getValue());
            assertThatThrownBy(() -> STORE.repositories().events().list(organizer.id(), PageRequest.first(10)))
                    .isInstanceOf(StoreFailureException.class)
                    .hasMessageContainingAll("table events", "key " + event.id())
                    .hasMessageNotContaining("ann@example.org");
        }
    }

    /** Gives user and invitation the keys that they had by the rules of 2003. */
    private static void takeBack(User user, Invitation invitation) {
        AttributeValue former = Attributes.text("ann@strasse.example");
        AttributeValue id = UserItems.key(user.id());
        set(DynamoDbTable.USERS, Map.of("user_id", id), "email_key", former);
        set(DynamoDbTable.INVITATIONS, InvitationItems.key(invitation.key()).attributes(), "guest_key", former);
        String emails = PREFIX + DynamoDbTable.USER_EMAILS.name();
        CLIENT.putItem(request -> request.tableName(emails).item(Map.of("email_key", former, "user_id", id)));
        for (String key : List.of(user.email().key(), "#idna-2008")) {
            CLIENT.deleteItem(request -> request.tableName(emails).key(Map.of("email_key", Attributes.text(key))));
        }
    }

    /** Two users whose addresses earlier versions took for different ones: one gave the domain in ASCII. */
    private static void contest() {
        User first = user("first", new EmailAddress("eve@faß.example"));
        User second = user("second", new EmailAddress("eve@xn--fa-hia.example"));
        STORE.repositories().users().restoreAll(List.of(first)).forEach(Outcome::orThrow);
        set(
                DynamoDbTable.USERS,
                Map.of("user_id", UserItems.key(first.id())),
                "email_key",
                Attributes.text("eve@fass.example"));
        CLIENT.deleteItem(request -> request.tableName(PREFIX + DynamoDbTable.USER_EMAILS.name())
                .key(Map.of("email_key", Attributes.text(first.email().key()))));
        STORE.repositories().users().restoreAll(List.of(second)).forEach(Outcome::orThrow);
    }

    private static void set(DynamoDbTable table, Map<String, AttributeValue> key, String name, AttributeValue value) {
        CLIENT.updateItem(request -> request.tableName(PREFIX + table.name())
                .key(key)
                .updateExpression("SET #name = :value")
                .expressionAttributeNames(Map.of("#name", name))
                .expressionAttributeValues(Map.of(":value", value)));
    }

    private static User user(String id, EmailAddress email) {
        return Fresh.user(new UserId(id), email);
    }
}
