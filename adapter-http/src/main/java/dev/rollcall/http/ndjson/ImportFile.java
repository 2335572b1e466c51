package dev.rollcall.http.ndjson;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.transfer.RecordType;
import dev.rollcall.transfer.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A file whose every line was found to be right, to be read. Places in it are offsets in bytes. Thread-safe. */
public final class ImportFile implements Source {

    private final Path file;
    private final long size;
    private final Map<String, Section> sections;

    /** From where to where the things of a feature lie, perhaps among others. */
    record Section(long start, long end) {}

    private ImportFile(Path file, long size, Map<String, Section> sections) {
        this.file = file;
        this.size = size;
        this.sections = sections;
    }

    /**
     * Opens a file and checks all of it, so that nothing is imported where a part is wrong.
     *
     * @param file the file
     * @return the file as a source
     * @throws InvalidInputException where lines are wrong, naming the first of them with their numbers
     * @throws IOException where it can't be read
     */
    public static ImportFile open(Path file) throws IOException {
        return new ImportFile(file, Files.size(file), new FileCheck(file).run());
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public <T> Page<T, String> page(RecordType<T> feature, Optional<String> after, Instant now) {
        Section section = sections.get(feature.name());
        if (section == null) {
            return new Page<>(List.of(), Optional.empty());
        }
        try (Lines lines = Lines.open(file, after.map(Long::parseLong).orElse(section.start()))) {
            List<T> things = new ArrayList<>();
            while (things.size() < PageRequest.MAX_LIMIT && lines.offset() < section.end()) {
                lines.next()
                        .filter(line -> line.length > 0)
                        .map(Format::parse)
                        .filter(line -> line.feature().equals(feature.name()))
                        .map(line -> feature.read(line.members()))
                        .filter(thing -> feature.isLive(thing, now))
                        .ifPresent(things::add);
            }
            boolean more = lines.offset() < section.end();
            return new Page<>(things, more ? Optional.of(Long.toString(lines.offset())) : Optional.empty());
        } catch (IOException unreadable) {
            throw new StoreUnavailableException(
                    StoreUnavailableException.Reason.UNREACHABLE, file + " can't be read any more.", unreadable);
        }
    }

    @Override
    public OptionalDouble share(String next) {
        return OptionalDouble.of((double) Long.parseLong(next) / size);
    }
}
