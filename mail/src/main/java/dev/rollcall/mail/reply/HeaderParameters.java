package dev.rollcall.mail.reply;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of a header (RFC 2045, RFC 2231), as mail programs write them: values with blanks, brackets or colons and
 * without quotation marks are read up to the next semicolon.
 */
final class HeaderParameters {

    /** A name, which part of the value it has (RFC 2231), whether that is encoded, and the value. */
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*([^\\s=*]+)(?:\\*(\\d{1,3}))?(\\*)?\\s*=(.*)", Pattern.DOTALL);

    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");

    private HeaderParameters() {}

    /** The value of a parameter; empty where there is none that is readable. */
    static Optional<String> find(String header, String name) {
        TreeMap<Integer, String> parts = new TreeMap<>();
        for (String piece : pieces(header)) {
            Matcher parameter = PARAMETER.matcher(piece);
            if (parameter.matches() && parameter.group(1).equalsIgnoreCase(name)) {
                String number = Optional.ofNullable(parameter.group(2)).orElse("0");
                String value = unquoted(parameter.group(4).strip());
                parts.putIfAbsent(Integer.parseInt(number), parameter.group(3) == null ? value : decoded(value));
            }
        }
        return Optional.of(String.join("", parts.values())).filter(value -> !value.isEmpty());
    }

    /**
     * Returns the text after the first semicolon. One in quotation marks separates nothing, unless the marks are not closed.
     */
    private static List<String> pieces(String header) {
        List<String> pieces = new ArrayList<>();
        boolean isQuoted = false;
        int start = 0;
        for (int i = 0; i < header.length(); i++) {
            switch (header.charAt(i)) {
                case '"' -> isQuoted = !isQuoted;
                case '\\' -> i += isQuoted ? 1 : 0;
                case ';' -> {
                    if (!isQuoted) {
                        pieces.add(header.substring(start, i));
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        pieces.add(header.substring(start));
        List<String> all = isQuoted ? List.of(header.split(";", -1)) : pieces;
        return all.subList(1, all.size());
    }

    private static String unquoted(String value) {
        if (!value.startsWith("\"")) {
            return value;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < value.length() && value.charAt(i) != '"'; i++) {
            if (value.charAt(i) == '\\' && i + 1 < value.length()) {
                i++;
            }
            text.append(value.charAt(i));
        }
        return text.toString();
    }

    /** A value with its charset and language before it, in percent-encoding. */
    private static String decoded(String value) {
        String[] parts = value.split("'", 3);
        String text = parts.length == 3 ? parts[2] : value;
        String bytes = ENCODED.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), charset(parts.length == 3 ? parts[0] : ""));
    }

    private static Charset charset(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("iso-8859")
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8;
    }
}
