package dev.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.lambda.event.EventForm;
import dev.rollcall.lambda.event.Invoker;
import dev.rollcall.lambda.event.LambdaApiClient;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.rest.Feature;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.uuid.UuidGenerator;
import dev.rollcall.uuid.UuidVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** What SnapStart does to a function, simulated: the hooks run over copies of one state. */
class SnapshotTest {

    private static final int EACH = 5_000_000;

    /** A clock that stands still is the worst that copies can have in common. */
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2031-05-01T18:00:00Z"));

    /** One process: a source of bits, and the generator over it. */
    private record Copy(RenewableRandom random, UuidGenerator uuids) {

        /** Starts from a state, and makes some UUIDs as the process before it did. */
        static Copy of(byte[] state) throws IOException, ClassNotFoundException {
            try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(state))) {
                RenewableRandom random = new RenewableRandom((SecureRandom) stream.readObject());
                Copy copy = new Copy(random, new UuidGenerator(CLOCK, random));
                copy.uuids.next(UuidVersion.V7);
                return copy;
            }
        }

        /** Numbers made in turn of UUIDs of both versions and of GUIDs and other tokens. Equal ones have equal numbers. */
        long[] make() {
            long[] made = new long[EACH];
            LongSupplier[] kinds = {
                () -> mixed(uuids.next(UuidVersion.V7).value()),
                () -> mixed(uuids.next(UuidVersion.V4).value()),
                () -> mixed(new UUID(random.nextLong(), random.nextLong()))
            };
            for (int i = 0; i < EACH; i++) {
                made[i] = kinds[i % kinds.length].getAsLong();
            }
            return made;
        }

        private static long mixed(UUID uuid) {
            return uuid.getMostSignificantBits() * 0x9E3779B97F4A7C15L ^ uuid.getLeastSignificantBits();
        }
    }

    @Test
    void copiesThatAreNotToldWouldMakeTheSame() throws Exception {
        byte[] state = state();
        Copy one = Copy.of(state);
        Copy other = Copy.of(state);

        assertThat(one.uuids().next(UuidVersion.V7)).isEqualTo(other.uuids().next(UuidVersion.V7));
        assertThat(one.random().nextLong()).isEqualTo(other.random().nextLong());
    }

    @Test
    void twoProcessesFromOneSnapshotShouldHaveNothingInCommon() throws Exception {
        byte[] state = state();
        Copy one = woken(Copy.of(state));
        Copy other = woken(Copy.of(state));

        CompletableFuture<long[]> ofOther = CompletableFuture.supplyAsync(other::make);
        long[] all = Arrays.copyOf(one.make(), 2 * EACH);
        System.arraycopy(ofOther.get(), 0, all, EACH, EACH);
        Arrays.parallelSort(all);

        int same = 0;
        for (int i = 1; i < all.length; i++) {
            same += all[i] == all[i - 1] ? 1 : 0;
        }
        assertThat(same).isZero();
    }

    @Test
    void theHooksShouldPrimeDisconnectAndLeaveNothingBehind() throws IOException {
        RollcallHandler handler =
                new RollcallHandler(new LambdaSettings(Feature.ALL, StorageSettings.of("memory:"), "", false));

        handler.snapshot().beforeCheckpoint(null);
        handler.snapshot().afterRestore(null);

        assertThat(new LambdaApiClient(Invoker.of(handler), EventForm.FUNCTION_URL)
                        .send("GET", "/users", Headers.NONE, new byte[0])
                        .text())
                .isEqualTo("{\"items\":[]}");
    }

    /** The state of a source that has been in use; of those of the JDK this kind can be copied. */
    private static byte[] state() throws IOException, GeneralSecurityException {
        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
        random.nextLong();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(random);
        }
        return bytes.toByteArray();
    }

    private static Copy woken(Copy copy) {
        Store store = new InMemoryStore();
        new Snapshot(() -> {}, store, copy.random()).afterRestore(null);
        return copy;
    }
}
