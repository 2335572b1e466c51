package dev.rollcall.persistence.mysql.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.persistence.mysql.Programs;
import dev.rollcall.persistence.mysql.Stores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A machine with one processor has one carrier of virtual threads. */
class OneProcessorTest {

    @TempDir
    Path folder;

    /** Else it would never end, since the lock that the write waits for is given up only when the other has run. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aVirtualThreadShouldRunWhileAWriteWaitsForALock() throws Exception {
        Process program = Programs.start(
                OneProcessor.class,
                List.of(
                        "-XX:ActiveProcessorCount=1",
                        "-Djdk.virtualThreadScheduler.parallelism=1",
                        "-Djdk.virtualThreadScheduler.maxPoolSize=1"),
                Stores.sqlite(folder).url());
        try {
            String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("meanwhile\nwritten\n");
            assertThat(program.waitFor()).isZero();
        } finally {
            program.destroyForcibly();
        }
    }
}
