package dev.rollcall.http.ndjson;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.http.ndjson.ImportFile.Section;
import dev.rollcall.transfer.RecordType;
import dev.rollcall.transfer.codec.Members;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a file once, and finds what is wrong with it and where its features lie. For one use. */
final class FileCheck {

    private static final int MAX_FAULTS = 20;

    private final Path file;
    private final List<Violation> faults = new ArrayList<>();
    private final Map<String, Section> sections = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private long number = 1;
    private long faulty;
    private @Nullable Members end;

    FileCheck(Path file) {
        this.file = file;
    }

    /**
     * Checks the file.
     *
     * @return where each feature lies, by name
     * @throws InvalidInputException where lines are wrong, naming the first of them
     */
    Map<String, Section> run() throws IOException {
        try (Lines lines = Lines.open(file, 0)) {
            Format.requireHeader(lines.next().orElse(new byte[0]));
            long start = lines.offset();
            number = 2;
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                check(line.get(), start, lines.offset());
                start = lines.offset();
                number++;
            }
        } catch (InvalidInputException fatal) {
            throw new InvalidInputException(List.of(new Violation(place(), sentence(fatal))));
        }
        if (faulty == 0) {
            checkEnd();
        }
        if (faulty > faults.size()) {
            faults.add(new Violation(file.toString(), "and " + (faulty - faults.size()) + " more lines are wrong"));
        }
        if (!faults.isEmpty()) {
            faults.add(new Violation(
                    file.toString(), "nothing was imported. Mend or remove these lines, or export the file again"));
            throw new InvalidInputException(faults);
        }
        return sections;
    }

    private void check(byte[] bytes, long start, long stop) {
        if (bytes.length == 0) {
            return;
        }
        try {
            if (end != null) {
                throw new InvalidInputException("follows the last line, which counts all others");
            }
            Format.Line line = Format.parse(bytes);
            if (line.feature().equals(Format.END)) {
                end = line.members();
                return;
            }
            counts.merge(line.feature(), 1L, Long::sum);
            sections.merge(
                    line.feature(), new Section(start, stop), (had, more) -> new Section(had.start(), more.end()));
            Format.find(line.feature()).orElseThrow().read(line.members());
        } catch (InvalidInputException invalid) {
            faulty++;
            if (faults.size() < MAX_FAULTS) {
                faults.add(new Violation(place(), sentence(invalid)));
            }
        }
    }

    private void checkEnd() {
        if (end == null) {
            faults.add(new Violation(
                    file.toString(),
                    "the last line, which counts all others, is missing: the file was cut. Copy or export it again"));
            return;
        }
        for (RecordType<?> feature : RecordType.ALL) {
            String counted = end.values().getOrDefault(feature.name(), "0");
            String found = Long.toString(counts.getOrDefault(feature.name(), 0L));
            if (!counted.equals(found)) {
                faults.add(new Violation(
                        file.toString(),
                        "has " + found + " " + feature + " where its last line counts " + counted
                                + ". Lines are missing or were added; if that is meant, change the last line"));
            }
        }
    }

    private String place() {
        return file + ", line " + number;
    }

    private static String sentence(InvalidInputException invalid) {
        return invalid.violations().stream()
                .map(violation -> (violation.place() + " " + violation.detail()).strip())
                .collect(Collectors.joining("; "));
    }
}
