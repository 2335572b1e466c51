package dev.rollcall.rest;

import dev.rollcall.InvalidInputException;
import dev.rollcall.Outcome;
import dev.rollcall.rsvp.EmailAddress;
import dev.rollcall.rsvp.InvitationDraft;
import dev.rollcall.rsvp.UserName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom an organizer wants to invite, read from what they typed or pasted. */
final class GuestEntries {

    /** As many as are invited at once. */
    static final int MOST = 500;

    private static final Pattern NAMED = Pattern.compile("(.*)<([^<>]*)>");

    private GuestEntries() {}

    /**
     * One guest, or what is to be one.
     *
     * @param line in which line, or row, it stands, from 1
     * @param text as it stands there
     * @param draft whom to invite, or why nobody
     */
    record Entry(int line, String text, Outcome<InvitationDraft> draft) {}

    /**
     * Reads a text.
     *
     * @param format {@code csv} for a table, anything else for addresses
     * @param text the text
     * @throws InvalidInputException where it names nobody, too many, or is no table
     */
    static List<Entry> read(String format, String text) {
        List<Entry> entries = format.equals("csv") ? table(text) : addresses(text);
        if (entries.isEmpty()) {
            throw new InvalidInputException("must name somebody");
        }
        if (entries.size() > MOST) {
            throw new InvalidInputException(
                    "must name at most " + MOST + " guests, not " + entries.size() + "; invite them in several parts");
        }
        return entries;
    }

    private static List<Entry> addresses(String text) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            for (String part : parts(line)) {
                if (!part.isBlank()) {
                    entries.add(new Entry(number, part.strip(), Outcome.of(() -> address(part.strip()))));
                }
            }
        }
        return entries;
    }

    /** What commas and semicolons separate, but for those within quotation marks. */
    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == ';')) {
                parts.add(line.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(line.substring(start));
        return parts;
    }

    private static InvitationDraft address(String text) {
        Matcher named = NAMED.matcher(text);
        return named.matches() ? draft(named.group(2), named.group(1).replace("\"", ""), "") : draft(text, "", "");
    }

    private static List<Entry> table(String text) {
        List<Csv.Row> rows = Csv.read(text);
        List<String> columns = rows.isEmpty()
                ? List.of()
                : rows.getFirst().cells().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
        if (!columns.contains("email")) {
            throw new InvalidInputException("must have a first row that names the columns, one of them email");
        }
        return rows.stream()
                .skip(1)
                .map(row -> new Entry(row.number(), shown(columns, row), Outcome.of(() -> draft(columns, row))))
                .toList();
    }

    private static InvitationDraft draft(List<String> columns, Csv.Row row) {
        if (cell(columns, row, "status").equalsIgnoreCase("withdrawn")) {
            throw new InvalidInputException("was withdrawn; empty its status to invite again");
        }
        return draft(cell(columns, row, "email"), cell(columns, row, "name"), cell(columns, row, "party_limit"));
    }

    /** What is read of a row: what else an export has would hide it. */
    private static String shown(List<String> columns, Csv.Row row) {
        String read = Stream.of("email", "name", "party_limit")
                .map(column -> cell(columns, row, column))
                .filter(cell -> !cell.isBlank())
                .collect(Collectors.joining(", "));
        return read.isEmpty() ? String.join(", ", row.cells()) : read;
    }

    private static String cell(List<String> columns, Csv.Row row, String name) {
        int index = columns.indexOf(name);
        return index < 0 || index >= row.cells().size() ? "" : row.cells().get(index);
    }

    private static InvitationDraft draft(String email, String name, String partyLimit) {
        return new InvitationDraft(
                Optional.of(new EmailAddress(email.strip())),
                Optional.empty(),
                Optional.of(name.strip()).filter(given -> !given.isEmpty()).map(UserName::new),
                Optional.of(partyLimit.strip())
                        .filter(given -> !given.isEmpty())
                        .map(GuestEntries::number));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notWhole) {
            throw new InvalidInputException("must have a whole number as party_limit, or none");
        }
    }
}
