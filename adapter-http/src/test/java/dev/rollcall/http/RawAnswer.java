package dev.rollcall.http;

import java.util.List;
import java.util.Optional;

/** An answer as it came. */
record RawAnswer(int status, List<String> fields, String body) {

    static RawAnswer parse(String head) {
        List<String> lines = head.lines().filter(line -> !line.isEmpty()).toList();
        return new RawAnswer(Integer.parseInt(lines.getFirst().split(" ", 3)[1]), lines.subList(1, lines.size()), "");
    }

    RawAnswer withBody(String text) {
        return new RawAnswer(status, fields, text);
    }

    Optional<String> header(String name) {
        String start = name.toLowerCase(java.util.Locale.ROOT) + ":";
        return fields.stream()
                .filter(field -> field.toLowerCase(java.util.Locale.ROOT).startsWith(start))
                .map(field -> field.substring(start.length()).strip())
                .findFirst();
    }
}
