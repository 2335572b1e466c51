package dev.rollcall.http.ndjson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.storage.PrivateFiles;
import dev.rollcall.transfer.Progress;
import dev.rollcall.transfer.RecordType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small file that says how far a transfer has come. */
public final class CheckpointFile {

    private static final int VERSION = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final String from;
    private final String to;

    /**
     * What the file holds.
     *
     * @param progress the progress of the transfer
     * @param offset the length of the written file at that time; 0 where no file is written
     */
    public record Saved(Progress progress, long offset) {}

    /**
     * The checkpoint of a transfer.
     *
     * @param file the path of the file
     * @param from the unique name of the source, without secrets
     * @param to the unique name of the target, without secrets
     */
    public CheckpointFile(Path file, String from, String to) {
        this.file = file;
        this.from = from;
        this.to = to;
    }

    /**
     * What was saved last.
     *
     * @return the content; empty where there is no file
     * @throws InvalidInputException where it is that of another transfer or version, or none
     * @throws IOException where it can't be read
     */
    public Optional<Saved> load() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode json;
        try {
            json = JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException notJson) {
            throw refused("is no checkpoint");
        }
        if (json.path("rollcall_checkpoint").intValue() != VERSION) {
            throw refused("is no checkpoint of this version of Rollcall's");
        }
        if (!json.path("from").asText().equals(from)
                || !json.path("to").asText().equals(to)) {
            throw refused("is the checkpoint of another transfer, from "
                    + json.path("from").asText() + " to " + json.path("to").asText());
        }
        String feature = json.path("feature").asText();
        if (!feature.equals(Progress.DONE) && Format.find(feature).isEmpty()) {
            throw refused("is at a place that does not exist");
        }
        return Optional.of(new Saved(
                new Progress(
                        feature,
                        Optional.ofNullable(json.path("after").textValue()),
                        counts(json.path("moved")),
                        counts(json.path("refused"))),
                json.path("offset").longValue()));
    }

    /**
     * Saves in place of what was saved before, in one step.
     *
     * @param saved the checkpoint
     * @throws IOException where the disk does not take it
     */
    public void save(Saved saved) throws IOException {
        Progress progress = saved.progress();
        ObjectNode json = JSON.createObjectNode()
                .put("rollcall_checkpoint", VERSION)
                .put("from", from)
                .put("to", to)
                .put("feature", progress.feature());
        progress.after().ifPresent(after -> json.put("after", after));
        json.put("offset", saved.offset());
        ObjectNode moved = json.putObject("moved");
        ObjectNode refused = json.putObject("refused");
        for (RecordType<?> feature : RecordType.ALL) {
            moved.put(feature.name(), progress.moved(feature));
            refused.put(feature.name(), progress.refused(feature));
        }
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        PrivateFiles.createFile(next);
        Files.write(next, JSON.writeValueAsBytes(json));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Forgets all.
     *
     * @throws IOException where the file can't be removed
     */
    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    /** The file's path. */
    @Override
    public String toString() {
        return file.toString();
    }

    private InvalidInputException refused(String detail) {
        return new InvalidInputException(
                List.of(new Violation(file.toString(), detail + ". Add --restart to ignore it and begin again")));
    }

    private static Map<String, Long> counts(JsonNode json) {
        Map<String, Long> counts = new HashMap<>();
        json.properties()
                .forEach(member -> counts.put(member.getKey(), member.getValue().longValue()));
        return counts;
    }
}
