package dev.rollcall.persistence.dynamodb.rsvp.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.persistence.dynamodb.DynamoDbStore;
import dev.rollcall.persistence.dynamodb.Stores;
import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A user whose address nobody holds, as after tables were copied by other means, is made whole by whatever touches it. */
final class MissingAddressTest {

    private static final String PREFIX = Stores.createTables();
    private static final DynamoDbClient CLIENT = Stores.client();
    private static final DynamoDbStore STORE = Stores.over(CLIENT, PREFIX);
    private static final UserRepository USERS = STORE.repositories().users();
    private static final Instant NOW = Fresh.instant();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void restoringTheSameUserShouldClaimTheAddress() {
        User user = userWithoutAddress();

        assertThat(USERS.restoreAll(List.of(user))).map(Outcome::orThrow).containsExactly(user);

        assertTaken(user);
    }

    @Test
    void restoringALaterRevisionShouldClaimTheAddress() {
        User user = userWithoutAddress();
        User renamed = new User(
                user.id(), user.email(), Optional.empty(), NOW, user.revision().next());

        assertThat(USERS.restoreAll(List.of(renamed))).map(Outcome::orThrow).containsExactly(renamed);

        assertTaken(user);
    }

    @Test
    void movingToAnotherAddressShouldClaimThatOne() {
        User user = userWithoutAddress();
        User moved = new User(
                user.id(), Fresh.email(), user.name(), NOW, user.revision().next());

        USERS.update(new Replacement<>(moved, user.revision()));

        assertTaken(moved);
        assertThat(USERS.add(Fresh.user(Fresh.userId(), user.email())).email()).isEqualTo(user.email());
    }

    @Test
    void removingTheUserShouldDoWithoutTheAddress() {
        User user = userWithoutAddress();

        assertThat(USERS.remove(new Removal<>(user.id(), user.revision()))).isEqualTo(user.id());
    }

    private static User userWithoutAddress() {
        User user = USERS.add(Fresh.user(NOW));
        CLIENT.deleteItem(request -> request.tableName(PREFIX + DynamoDbTable.USER_EMAILS.name())
                .key(Map.of("email_key", Attributes.text(user.email().key()))));
        return user;
    }

    private static void assertTaken(User user) {
        assertThatThrownBy(() -> USERS.add(Fresh.user(Fresh.userId(), user.email())))
                .isInstanceOf(AlreadyExistsException.class);
    }
}
