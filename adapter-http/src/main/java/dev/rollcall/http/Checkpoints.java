package dev.rollcall.http;

import dev.rollcall.http.ndjson.CheckpointFile;
import dev.rollcall.http.ndjson.CheckpointFile.Saved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** The folder of the checkpoints of commands. */
final class Checkpoints {

    private Checkpoints() {}

    /** The checkpoint of a command between two places, in the folder where it is run. */
    static CheckpointFile between(String command, String from, String to) {
        return between(command, from, from, to);
    }

    /**
     * The same for a source that may be another although it is in the same place.
     *
     * @param state tells the source from what was there before
     */
    static CheckpointFile between(String command, String from, String state, String to) {
        // Two places are taken for others by their first 64 bits of hash; the file itself says which they are.
        String hash = UUID.nameUUIDFromBytes((from + '\n' + to).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, 16);
        Path file = Path.of("rollcall-" + command + "-" + hash + ".json").toAbsolutePath();
        return new CheckpointFile(file, state, to);
    }

    /** Returns the place to begin at; empty for the beginning. */
    static Optional<Saved> start(CheckpointFile checkpoint, boolean restart) throws IOException {
        return restart ? Optional.empty() : checkpoint.load();
    }
}
