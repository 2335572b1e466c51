package dev.rollcall.rest.rsvp.invitation;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.Outcome;
import dev.rollcall.rsvp.invitation.InvitationDraft;
import dev.rollcall.value.TextRule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses as people paste them: one in a line or many, separated by commas, semicolons, blanks or tabs, each with or without a
 * name, as mail programs copy them: {@code ann@example.org}, {@code Ann Lee <ann@example.org>}, {@code Lee, Ann
 * <ann@example.org>; …}, {@code Ann Lee ann@example.org}.
 */
final class AddressList {

    /** A name, which may be missing, and an address in angle brackets. */
    private static final Pattern BRACKETED = Pattern.compile("(.*?)<([^<>@]*@[^<>]*)>");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** What begins a list, such as {@code To:}, or a group of addresses (RFC 5322 section 3.4). */
    private static final Pattern LABEL = Pattern.compile("^[^@<>\":]*:[\\s\\p{Z}]");

    private AddressList() {}

    /** Reads a list; lines without anything in them count as lines. */
    static List<GuestEntries.Entry> read(String text) {
        List<GuestEntries.Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : TextRule.lines(text).split("\n", -1)) {
            number++;
            for (String part : parts(line)) {
                read(number, part, entries);
            }
        }
        return entries;
    }

    /**
     * What commas and semicolons separate, outside quotation marks. A comma within a name separates nothing: a part without an
     * address belongs to the next one, where that has its address in angle brackets.
     */
    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        for (String piece : split(line, ';')) {
            List<String> names = new ArrayList<>();
            for (String part : split(piece, ',')) {
                names.add(part);
                if (isNamed(part)) {
                    parts.add(String.join(",", names));
                    names.clear();
                } else if (part.indexOf('@') >= 0) {
                    parts.addAll(names);
                    names.clear();
                }
            }
            parts.addAll(names);
        }
        return parts;
    }

    /** Whether a part is a name with an address in angle brackets. */
    private static boolean isNamed(String part) {
        int bracket = part.indexOf('<');
        return bracket > 0
                && part.indexOf('@') > bracket
                && !TextRule.trimmed(part.substring(0, bracket)).isEmpty();
    }

    private static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == separator) {
                pieces.add(text.substring(start, i));
                start = i + 1;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    /** Reads what no comma separates: one guest, or several with blanks between them. */
    private static void read(int line, String part, List<GuestEntries.Entry> entries) {
        String text = TextRule.trimmed(LABEL.matcher(part).replaceFirst(""));
        if (text.isEmpty()) {
            return;
        }
        Matcher bracketed = BRACKETED.matcher(text);
        int end = 0;
        while (bracketed.region(end, text.length()).lookingAt()) {
            entries.add(entry(line, bracketed.group(), bracketed.group(2), bracketed.group(1)));
            end = bracketed.end();
        }
        String rest = TextRule.trimmed(text.substring(end));
        if (!rest.isEmpty()) {
            readBare(line, rest, entries);
        }
    }

    /** Reads addresses without brackets: a name stands before each address, or after each. */
    private static void readBare(int line, String text, List<GuestEntries.Entry> entries) {
        List<String> words = List.of(BLANKS.split(text));
        List<Integer> addresses = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).indexOf('@') >= 0) {
                addresses.add(i);
            }
        }
        boolean startsWithOne = !addresses.isEmpty() && addresses.getFirst() == 0;
        boolean endsWithOne = !addresses.isEmpty() && addresses.getLast() == words.size() - 1;
        boolean onlyAddresses = addresses.size() == words.size();
        if (addresses.isEmpty() || (startsWithOne == endsWithOne && !onlyAddresses)) {
            entries.add(new GuestEntries.Entry(line, text, Outcome.of(() -> {
                throw new InvalidInputException(
                        addresses.isEmpty()
                                ? "must be an e-mail address such as ann@example.org"
                                : "must say whose name is whose; write Name <address>, with a comma before the next guest");
            })));
            return;
        }
        for (int i = 0; i < addresses.size(); i++) {
            int at = addresses.get(i);
            int from = endsWithOne ? (i == 0 ? 0 : addresses.get(i - 1) + 1) : at;
            int to = endsWithOne ? at + 1 : (i + 1 < addresses.size() ? addresses.get(i + 1) : words.size());
            List<String> own = words.subList(from, to);
            List<String> name = endsWithOne ? own.subList(0, own.size() - 1) : own.subList(1, own.size());
            entries.add(entry(line, String.join(" ", own), words.get(at), String.join(" ", name)));
        }
    }

    private static GuestEntries.Entry entry(int line, String text, String address, String name) {
        return new GuestEntries.Entry(line, TextRule.trimmed(text), Outcome.of(() -> draft(address, name)));
    }

    private static InvitationDraft draft(String address, String name) {
        return GuestEntries.draft(unquoted(address), unquoted(name), "");
    }

    /** Outlook puts quotation marks around what it copies, of either kind. */
    private static String unquoted(String text) {
        String bare = TextRule.trimmed(text.replace("\\\"", "\"").replace("\"", ""));
        boolean inApostrophes = bare.length() > 1 && bare.startsWith("'") && bare.endsWith("'");
        return inApostrophes ? bare.substring(1, bare.length() - 1) : bare;
    }
}
