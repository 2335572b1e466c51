package dev.rollcall.persistence.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.StoreFailureException;
import dev.rollcall.persistence.mysql.Stores.Backend;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Fresh;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that an earlier version wrote, and rows that nobody can read. */
class EarlierRowsTest {

    private static final PageRequest<UserId> FIRST = PageRequest.first(10);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void keysOfAddressesShouldBeCorrectedOnce(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(folder);
        User split = user("split", new EmailAddress("o'ann@straße.example"));
        User refused = user("refused", StoredValues.trust(() -> new EmailAddress("bob@exam\u00adple.org")));
        User merged = user("merged", new EmailAddress("cid@βόλος.example"));
        Invitation invitation;
        try (Store store = Stores.open(settings)) {
            store.repositories()
                    .users()
                    .restoreAll(List.of(split, refused, merged))
                    .forEach(Outcome::orThrow);
            Event event = store.repositories().events().add(Fresh.event(split.id(), Fresh.instant()));
            invitation = Fresh.invitation(event.id(), split.email(), Fresh.instant());
            store.repositories().invitations().restoreAll(List.of(invitation)).forEach(Outcome::orThrow);
        }
        Stores.run(settings, "UPDATE users SET email_key = 'o''ann@strasse.example' WHERE user_id = 'split'");
        Stores.run(settings, "UPDATE users SET email_key = 'cid@former.example' WHERE user_id = 'merged'");
        Stores.run(settings, "UPDATE invitations SET email_key = 'o''ann@strasse.example'");
        Stores.run(settings, "DELETE FROM DATABASECHANGELOG WHERE ID = 'rsvp-20'");

        correctKeys(settings);

        assertThat(Stores.query(settings, "SELECT email_key FROM users ORDER BY user_id"))
                .containsExactly(
                        List.of("cid@xn--nxasmm1c.example"),
                        List.of("bob@example.org"),
                        List.of("o'ann@xn--strae-oqa.example"));
        try (Store store = Stores.open(settings)) {
            assertThat(store.repositories()
                            .invitations()
                            .list(split.email(), PageRequest.first(10))
                            .items())
                    .containsExactly(invitation);
            assertThat(store.repositories().users().add(user("plain", new EmailAddress("o'ann@strasse.example"))))
                    .isNotNull();
        }
    }

    private static void correctKeys(StorageSettings settings) {
        try (SchemaMigration migration = StorageProvider.forUrl(settings).migration(settings)) {
            assertThat(migration.pending()).containsExactly("rsvp-20");
            assertThat(migration.script())
                    .contains("UPDATE users SET email_key = 'o''ann@xn--strae-oqa.example' WHERE user_id = 'split';");
            assertThat(migration.apply(change -> {})).isOne();
            assertThat(migration.notes())
                    .containsExactly("users refused has an address that would be refused today; it stays as it is.");
        }
    }

    /** The second gave the domain in ASCII, which earlier versions took for another one. */
    @ParameterizedTest
    @EnumSource
    void aUserWhoseKeyIsAnothersShouldKeepTheirs(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(folder);
        User first = user("first", new EmailAddress("eve@faß.example"));
        User second = user("second", new EmailAddress("eve@xn--fa-hia.example"));
        try (Store store = Stores.open(settings)) {
            store.repositories().users().restoreAll(List.of(first)).forEach(Outcome::orThrow);
            Stores.run(settings, "UPDATE users SET email_key = 'eve@fass.example'");
            store.repositories().users().restoreAll(List.of(second)).forEach(Outcome::orThrow);
        }
        Stores.run(settings, "DELETE FROM DATABASECHANGELOG WHERE ID = 'rsvp-20'");

        try (SchemaMigration migration = StorageProvider.forUrl(settings).migration(settings)) {
            assertThat(migration.apply(change -> {})).isOne();
            assertThat(migration.notes())
                    .containsExactly(
                            "users first has an address that another user has in another form; it keeps its key.");
        }

        assertThat(Stores.query(settings, "SELECT email_key FROM users ORDER BY user_id"))
                .containsExactly(List.of("eve@fass.example"), List.of("eve@xn--fa-hia.example"));
        try (Store store = Stores.open(settings)) {
            assertThat(store.repositories().users().list(FIRST).items()).containsExactly(first, second);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnreadableRowShouldBeAFailureThatNamesTableAndKey(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(folder);
        try (Store store = Stores.open(settings)) {
            User organizer = store.repositories().users().add(Fresh.user(Fresh.instant()));
            Event event = store.repositories().events().add(Fresh.event(organizer.id(), Fresh.instant()));
            Stores.run(settings, "UPDATE events SET status = 'ann@example.org'");
            assertThatThrownBy(() -> store.repositories().events().list(PageRequest.first(10)))
                    .isInstanceOf(StoreFailureException.class)
                    .hasMessageContainingAll("table events", "key " + event.id())
                    .hasMessageNotContaining("ann@example.org");
            if (backend == Backend.SQLITE) {
                // The others keep no garbage in a column of times.
                Stores.run(settings, "UPDATE users SET created_at = 'yesterday'");
                assertThatThrownBy(() -> store.repositories().users().list(FIRST))
                        .isInstanceOf(StoreFailureException.class)
                        .hasMessageContainingAll("table users", "key " + organizer.id())
                        .hasMessageNotContaining("yesterday");
            }
        }
    }

    private static User user(String id, EmailAddress email) {
        return Fresh.user(new UserId(id), email);
    }
}
