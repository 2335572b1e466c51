package dev.rollcall.persistence.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.persistence.mysql.Stores.Backend;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.SecretLink;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Fresh;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the secret links of earlier versions, which did not say whose they are. */
class LinkMigrationTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void linksShouldBeKeptWithTheirOwnersAndNoOthers(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(folder);
        User user = Fresh.user(Fresh.instant());
        Event event = Fresh.event(user.id(), Fresh.instant());
        try (Store store = Stores.open(settings)) {
            assertThat(store.repositories().users().add(user)).isEqualTo(user);
            assertThat(store.repositories().events().add(event)).isEqualTo(event);
        }
        List<SecretLink> owned = List.of(
                new SecretLink(LinkOwner.of(event), Fresh.hash()), new SecretLink(LinkOwner.of(user), Fresh.hash()));
        Stores.run(settings, "DROP TABLE owner_links");
        for (SecretLink link : owned) {
            insert(settings, link.owner().subject(), link.hash());
        }
        insert(settings, "feed:" + Fresh.word(), Fresh.hash());
        insert(settings, "event:" + Fresh.word(), Fresh.hash());

        assertThat(migrated(settings, "'rsvp-17', 'rsvp-18'")).isEqualTo(owned);
        assertThat(migrated(settings, "'rsvp-18'")).isEqualTo(owned);
    }

    private static void insert(StorageSettings settings, String subject, String hash) throws SQLException {
        Stores.run(settings, "INSERT INTO secret_links (subject, hash) VALUES ('" + subject + "', '" + hash + "')");
    }

    /** The links behind changes that are made again. */
    private static List<SecretLink> migrated(StorageSettings settings, String changes) throws SQLException {
        Stores.run(settings, "DELETE FROM DATABASECHANGELOG WHERE ID IN (" + changes + ")");
        try (Store store = Stores.open(settings)) {
            return store.repositories()
                    .links()
                    .listSecrets(PageRequest.first(9))
                    .items();
        }
    }
}
