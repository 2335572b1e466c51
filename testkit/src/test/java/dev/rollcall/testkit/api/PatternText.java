package dev.rollcall.testkit.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Makes texts that match a pattern of openapi.yaml. It reads what the patterns there consist of: classes, groups, alternatives
 * and quantifiers. What it passes over, such as looking ahead, is held against the text afterwards.
 */
final class PatternText {

    private static final int TRIES = 20_000;

    /** From which a class takes what it allows. */
    private static final List<String> POOL = pool();

    private static final Map<String, Pattern> CLASSES = new ConcurrentHashMap<>();

    private final String pattern;
    private final Random random;
    private int at;

    private PatternText(String pattern, Random random) {
        this.pattern = pattern;
        this.random = random;
    }

    /**
     * A text that matches.
     *
     * @param least the fewest code points that it may have
     * @param most the most
     */
    static String of(String pattern, int least, int most, Random random) {
        Pattern compiled = Pattern.compile(pattern);
        for (int i = 0; i < TRIES; i++) {
            String text = new PatternText(pattern, random).alternatives(most);
            int length = text.codePointCount(0, text.length());
            if (length >= least && length <= most && compiled.matcher(text).find()) {
                return text;
            }
        }
        throw new AssertionError("no text was found for " + pattern);
    }

    private String alternatives(int most) {
        List<String> found = new ArrayList<>(List.of(sequence(most)));
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            found.add(sequence(most));
        }
        return found.get(random.nextInt(found.size()));
    }

    private String sequence(int most) {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
            int start = at;
            String first = atom(most);
            int end = at;
            int times = times(most);
            int after = at;
            for (int i = 0; i < times; i++) {
                at = start;
                text.append(i == 0 ? first : atom(most));
            }
            at = Math.max(after, end);
        }
        return text.toString();
    }

    private String atom(int most) {
        char c = pattern.charAt(at);
        if (c == '(') {
            boolean looksAhead = pattern.startsWith("(?=", at) || pattern.startsWith("(?!", at);
            at += looksAhead ? 3 : 1;
            String inner = alternatives(most);
            at++;
            return looksAhead ? "" : inner;
        }
        int start = at;
        at = c == '[' ? endOfClass() : c == '\\' ? at + 2 : at + 1;
        return switch (c) {
            case '^', '$' -> "";
            case '[' -> ofClass(pattern.substring(start, at));
            case '\\' -> pattern.substring(start + 1, at);
            default -> String.valueOf(c);
        };
    }

    private int times(int most) {
        char c = at < pattern.length() ? pattern.charAt(at) : ' ';
        if (c == '{') {
            int close = pattern.indexOf('}', at);
            String[] bounds = pattern.substring(at + 1, close).split(",", -1);
            at = close + 1;
            int least = Integer.parseInt(bounds[0]);
            return between(least, Integer.parseInt(bounds[bounds.length - 1]));
        }
        if ("*+?".indexOf(c) < 0) {
            return 1;
        }
        at++;
        int least = c == '+' ? 1 : 0;
        return c == '?' ? random.nextInt(2) : random.nextInt(32) == 0 ? most : between(least, 6);
    }

    /** At the bounds as often as between them. */
    private int between(int least, int most) {
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextInt(most - least + 1);
        };
    }

    private int endOfClass() {
        int end = at + 1;
        while (pattern.charAt(end) != ']') {
            end += pattern.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    private String ofClass(String text) {
        Pattern allowed = CLASSES.computeIfAbsent(text, Pattern::compile);
        while (true) {
            String one = POOL.get(random.nextInt(POOL.size()));
            if (allowed.matcher(one).matches()) {
                return one;
            }
        }
    }

    private static List<String> pool() {
        StringBuilder text = new StringBuilder("\t\n\r\u0000\u0085\u00a0\u2028éßÀñжЖΩ中あ가");
        for (char c = ' '; c < 0x7f; c++) {
            text.append(c);
        }
        return text.codePoints().mapToObj(Character::toString).toList();
    }
}
