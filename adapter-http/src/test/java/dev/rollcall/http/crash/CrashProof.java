package dev.rollcall.http.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.load.Ledger;
import dev.rollcall.http.load.Load;
import dev.rollcall.http.process.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed in the middle of writes has kept every write that it acknowledged. The system property {@code
 * rollcall.crash.rounds} says how often it is killed.
 */
abstract class CrashProof {

    private static final int ROUNDS = Integer.getInteger("rollcall.crash.rounds", 2);
    private static final int WRITERS = 64;
    private static final int WRITES = 1_000;

    @TempDir
    Path folder;

    /** Says where the data lies. */
    abstract Map<String, String> environment(Path data);

    @Test
    void noAcknowledgedWriteShouldBeMissingAfterAKill() throws Exception {
        Ledger all = new Ledger();
        Map<String, String> environment = environment(folder);
        for (int round = 1; round <= ROUNDS; round++) {
            try (ServerProcess server = ServerProcess.start(folder, environment, "--port", "0", "--migrate")) {
                URI url = server.awaitUrl();
                try (Load load = Load.start(url, all, WRITERS, false)) {
                    load.awaitAcknowledged(WRITES);
                    server.kill();
                }
                assertThat(all.faults())
                        .as("round " + round + ": " + server.said())
                        .isEmpty();
            }
            try (ServerProcess server = ServerProcess.start(folder, environment, "--port", "0")) {
                Load.verify(server.awaitUrl(), all);
                assertThat(all.faults()).as("after the kill of round " + round).isEmpty();
                server.terminate();
                assertThat(server.exitCode()).as(server.said()).isZero();
            }
        }
        assertThat(all.acknowledged.count()).isGreaterThanOrEqualTo(ROUNDS * WRITES);
    }
}
