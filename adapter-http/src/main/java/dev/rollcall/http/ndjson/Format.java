package dev.rollcall.http.ndjson;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.transfer.RecordType;
import dev.rollcall.transfer.codec.Members;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The format of the lines of a file. */
final class Format {

    /** The version of what is written, and the only one that is read. */
    static final String VERSION = "1";

    /** The feature of the last line, which counts the others. */
    static final String END = "end";

    /** Says in the file which of its contents are secret. */
    static final String SECRETS =
            "e-mail addresses, reply tokens that answer in a guest's name, and hashes of secret links";

    private static final String NOTE = "secret";

    private static final String FORMAT = "rollcall_export";
    private static final String FEATURE = "feature";

    private Format() {}

    static byte[] header() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(FORMAT, VERSION);
        members.put(NOTE, "This file holds " + SECRETS + ". Keep it as you keep the store.");
        return Json.line(members);
    }

    static byte[] footer(Map<String, Long> counts) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(FEATURE, END);
        RecordType.ALL.forEach(
                feature -> members.put(feature.name(), Long.toString(counts.getOrDefault(feature.name(), 0L))));
        return Json.line(members);
    }

    static <T> byte[] line(RecordType<T> feature, T thing) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(FEATURE, feature.name());
        members.putAll(feature.write(thing).values());
        return Json.line(members);
    }

    /**
     * Checks the first line.
     *
     * @throws InvalidInputException where it is not that of a file which can be read
     */
    static void requireHeader(byte[] line) {
        Optional<String> version;
        try {
            version = Optional.ofNullable(Json.parse(line).get(FORMAT));
        } catch (InvalidInputException notJson) {
            version = Optional.empty();
        }
        String given = version.orElseThrow(() -> new InvalidInputException("must be {\"" + FORMAT + "\":\"" + VERSION
                + "\"}, as rollcall export writes it: this is another kind of file"));
        if (!given.equals(VERSION)) {
            throw new InvalidInputException("is of format version '" + given + "', and this Rollcall reads version "
                    + VERSION + ": import the file with a newer Rollcall, or export it again with this one");
        }
    }

    /** A line taken apart: the name of its feature, and the other members. */
    record Line(String feature, Members members) {}

    /**
     * Reads a line.
     *
     * @throws InvalidInputException where it is no flat JSON object of a known feature
     */
    static Line parse(byte[] bytes) {
        Map<String, String> members = new LinkedHashMap<>(Json.parse(bytes));
        String name = members.remove(FEATURE);
        if (name == null || (!name.equals(END) && find(name).isEmpty())) {
            throw new InvalidInputException("must have a feature, which is one of "
                    + RecordType.ALL.stream().map(RecordType::name).collect(Collectors.joining(", ")));
        }
        return new Line(name, new Members(members));
    }

    static Optional<RecordType<?>> find(String name) {
        return RecordType.ALL.stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst();
    }
}
