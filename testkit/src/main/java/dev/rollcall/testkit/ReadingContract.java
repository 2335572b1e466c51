package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Assorted;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.transfer.Comparison;
import dev.rollcall.transfer.NamedStore;
import dev.rollcall.transfer.Progress;
import dev.rollcall.transfer.RecordType;
import dev.rollcall.transfer.Transfer;
import dev.rollcall.transfer.TransferListener;
import dev.rollcall.transfer.Verification;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a store on SQL shows that is opened for reading: one moment, of a store that stays as it is. */
public abstract class ReadingContract {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final int COUNT = 120;

    /** For the test of a backend. */
    protected ReadingContract() {}

    /**
     * Makes room for a store.
     *
     * @return the settings that lead to an empty database, and say that it is migrated at the start
     */
    protected abstract StorageSettings fresh();

    @Test
    final void allReadsShouldShowTheMomentOfOpeningWhileOthersWrite() {
        StorageSettings settings = fresh();
        try (Store writing = provider(settings).open(settings)) {
            new Assorted(new Random(COUNT)).fill(new NamedStore("source", writing), COUNT);
            NamedStore copy = new NamedStore("copy", new InMemoryStore());
            Runnable other = () -> writeAnother(writing);
            try (NamedStore reading =
                    new NamedStore("reading", provider(settings).openForReading(settings))) {
                other.run();

                new Transfer(
                                reading,
                                copy,
                                Progress.start(),
                                progress -> other.run(),
                                new Interrupting(() -> {}),
                                InstantSource.system())
                        .run();

                assertThat(new Verification(reading, copy, new Interrupting(other), NOW).run())
                        .allMatch(Comparison::same)
                        .allMatch(one -> one.source().count() == COUNT);
            }
            try (NamedStore later = new NamedStore("later", provider(settings).openForReading(settings))) {
                assertThat(new Verification(later, copy, new Interrupting(() -> {}), NOW)
                                .run().stream()
                                        .filter(one -> !one.same())
                                        .map(one -> one.feature().name()))
                        .containsExactly("uuids", "users", "customers", "numbers");
            }
        }
    }

    @Test
    final void writesShouldBeRefused() {
        StorageSettings settings = fresh();
        provider(settings).open(settings).close();
        try (Store reading = provider(settings).openForReading(settings)) {
            reading.verify();

            assertThatThrownBy(() -> reading.repositories().customers().put(Fresh.customerId(), Fresh.instant()))
                    .isInstanceOf(StoreFailureException.class)
                    .hasMessageContaining("opened for reading");
        }
    }

    @Test
    final void aDatabaseWithoutAStoreShouldBeRefusedAndStayWithoutOne() {
        StorageSettings settings = fresh();
        try (SchemaMigration migration = provider(settings).migration(settings)) {
            List<String> pending = migration.pending();

            assertThatThrownBy(() -> provider(settings).openForReading(settings))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("must be a store");

            assertThat(migration.pending()).isEqualTo(pending).isNotEmpty();
        }
    }

    private static void writeAnother(Store writing) {
        writing.repositories().uuids().put(Fresh.uuid(), Fresh.instant());
        writing.repositories().users().addAll(List.of(Fresh.user(Fresh.instant())));
        writing.repositories().customers().put(Fresh.customerId(), Fresh.instant());
        writing.repositories().numbers().put(Fresh.number(), Fresh.instant());
    }

    private static StorageProvider provider(StorageSettings settings) {
        return StorageProvider.forUrl(settings);
    }

    /** Does something each time that a kind of thing is done. */
    private record Interrupting(Runnable action) implements TransferListener {

        @Override
        public void advanced(Phase phase, RecordType<?> feature, long count, OptionalDouble share) {
            // Too often to write each time.
        }

        @Override
        public void finished(Phase phase, RecordType<?> feature, long count) {
            action.run();
        }
    }
}
