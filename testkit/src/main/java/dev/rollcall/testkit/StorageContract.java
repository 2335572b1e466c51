package dev.rollcall.testkit;

import dev.rollcall.storage.Store;
import dev.rollcall.testkit.contract.StoreContract;
import dev.rollcall.testkit.customer.CustomerRepositoryContract;
import dev.rollcall.testkit.guid.GuidRepositoryContract;
import dev.rollcall.testkit.number.NumberRepositoryContract;
import dev.rollcall.testkit.rsvp.event.EventRepositoryContract;
import dev.rollcall.testkit.rsvp.invitation.AnswerRestoreContract;
import dev.rollcall.testkit.rsvp.invitation.InvitationRepositoryContract;
import dev.rollcall.testkit.rsvp.invitation.InvitationServiceContract;
import dev.rollcall.testkit.rsvp.link.LinkRepositoryContract;
import dev.rollcall.testkit.rsvp.link.SecretLinkContract;
import dev.rollcall.testkit.rsvp.notification.DispatcherContract;
import dev.rollcall.testkit.rsvp.outbox.OutboxRepositoryContract;
import dev.rollcall.testkit.rsvp.user.UserRepositoryContract;
import dev.rollcall.testkit.uuid.UuidRepositoryContract;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Every contract of every port, over one store that is opened once. A backend's test extends this and says how its store is
 * opened:
 *
 * {@snippet :
 * final class SqliteContractTest extends StorageContract {
 *
 *     @TempDir
 *     static Path folder;
 *
 *     @Override
 *     protected Store open() {
 *         String file = "jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db");
 *         StorageSettings settings = StorageSettings.of(file);
 *         return StorageProvider.forUrl(settings).open(settings);
 *     }
 * }
 * }
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class StorageContract {

    private @Nullable Store shared;

    /** For the test of a backend. */
    protected StorageContract() {}

    /**
     * Opens the store under test, with its schema up to date. Called once for all tests to share, and once more by tests that
     * close what they open.
     *
     * @return the store, or another one of the same kind
     */
    protected abstract Store open();

    /**
     * Whether the store removes expired GUIDs by itself.
     *
     * @return see {@link StoreContract#sweepsByItself}
     */
    protected boolean sweepsByItself() {
        return false;
    }

    @BeforeAll
    final void openOnce() {
        shared = open();
    }

    @AfterAll
    final void closeOnce() {
        if (shared != null) {
            shared.close();
        }
    }

    @Nested
    final class Uuids extends OverTheSharedStore implements UuidRepositoryContract {}

    @Nested
    final class Guids extends OverTheSharedStore implements GuidRepositoryContract {}

    @Nested
    final class Users extends OverTheSharedStore implements UserRepositoryContract {}

    @Nested
    final class Events extends OverTheSharedStore implements EventRepositoryContract {}

    @Nested
    final class Invitations extends OverTheSharedStore implements InvitationRepositoryContract {}

    @Nested
    final class Answers extends OverTheSharedStore implements AnswerRestoreContract {}

    @Nested
    final class Outbox extends OverTheSharedStore implements OutboxRepositoryContract {}

    @Nested
    final class Links extends OverTheSharedStore implements LinkRepositoryContract {}

    @Nested
    final class SecretLinks extends OverTheSharedStore implements SecretLinkContract {}

    @Nested
    final class Customers extends OverTheSharedStore implements CustomerRepositoryContract {}

    @Nested
    final class Numbers extends OverTheSharedStore implements NumberRepositoryContract {}

    @Nested
    final class StoreLifecycle extends OverTheSharedStore implements StoreLifecycleContract {

        @Override
        public Store open() {
            return StorageContract.this.open();
        }
    }

    @Nested
    final class OldValues extends OverTheSharedStore implements StoredValuesContract {}

    @Nested
    final class GuestLists extends OverTheSharedStore implements InvitationServiceContract {}

    @Nested
    final class Failures extends OverTheSharedStore implements StoreFaultContract {}

    @Nested
    final class Post extends OverTheSharedStore implements DispatcherContract {}

    @Nested
    final class Systems extends OverTheSharedStore implements RollcallContract {}

    abstract class OverTheSharedStore implements StoreContract {

        @Override
        public Store store() {
            return Objects.requireNonNull(shared);
        }

        @Override
        public boolean sweepsByItself() {
            return StorageContract.this.sweepsByItself();
        }
    }
}
