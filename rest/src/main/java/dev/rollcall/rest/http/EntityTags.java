package dev.rollcall.rest.http;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.Precondition;
import dev.rollcall.port.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The entity tags that a conditional request names (RFC 9110 sections 8.8.3, 13.1.1 and 13.1.2).
 *
 * @param any whether it is the asterisk, which matches every tag
 * @param strong the strong tags, quotes included
 * @param weak the weak tags, quotes included and without their {@code W/}
 */
public record EntityTags(boolean any, List<String> strong, List<String> weak) {

    private static final int RADIX = 36;

    /**
     * The entity tag of a revision, quotes included. It is strong: a revision is one state to the last byte.
     *
     * @param revision the revision
     * @return the tag
     */
    public static String of(Revision revision) {
        Instant created = revision.createdAt();
        long micros = created.getEpochSecond() * 1_000_000 + created.getNano() / 1_000;
        return '"' + Long.toString(micros, RADIX) + '.' + Long.toString(revision.count(), RADIX) + '"';
    }

    /**
     * The tag of a revision that is shown with more than is stored of it, quotes included.
     *
     * @param revision the revision
     * @param more everything else that the representation depends on, without quotes and spaces
     * @return the tag
     */
    public static String of(Revision revision, String more) {
        String tag = of(revision);
        return tag.substring(0, tag.length() - 1) + '~' + more + '"';
    }

    /**
     * Reads the fields of a request. Tags without their quotes are read as if they had them.
     *
     * @param fields one or more values of {@code If-Match} or {@code If-None-Match}
     * @return the tags
     * @throws InvalidInputException where they can't be read
     */
    public static EntityTags parse(List<String> fields) {
        String text = String.join(",", fields);
        if (text.strip().equals("*")) {
            return new EntityTags(true, List.of(), List.of());
        }
        List<String> strong = new ArrayList<>();
        List<String> weak = new ArrayList<>();
        boolean bare = text.indexOf('"') < 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ',' || c == ' ' || c == '\t') {
                at++;
            } else {
                boolean isWeak = text.startsWith("W/", at) || text.startsWith("w/", at);
                int open = isWeak ? at + 2 : at;
                int end = bare ? endOfBareTag(text, open) : endOfTag(text, open);
                String tag = text.substring(open, end);
                (isWeak ? weak : strong).add(bare ? '"' + tag + '"' : tag);
                at = end;
            }
        }
        if (strong.isEmpty() && weak.isEmpty()) {
            throw malformed();
        }
        return new EntityTags(false, strong, weak);
    }

    /**
     * Compares weakly, as {@code If-None-Match} does (RFC 9110 section 13.1.2).
     *
     * @param tag a strong tag, quotes included
     * @return whether one of these tags is this tag or its weak form
     */
    public boolean matchWeakly(String tag) {
        return any || strong.contains(tag) || weak.contains(tag);
    }

    /**
     * What {@code If-Match} requires: that one of the strong tags is the tag of what is stored.
     *
     * @return the precondition
     */
    public Precondition precondition() {
        return any ? Precondition.NONE : revision -> strong.stream().anyMatch(tag -> isOf(revision, tag));
    }

    /** Whether a tag belongs to a revision, in any representation. */
    private static boolean isOf(Revision revision, String tag) {
        String plain = of(revision);
        return tag.equals(plain) || tag.startsWith(plain.substring(0, plain.length() - 1) + '~');
    }

    private static int endOfTag(String text, int open) {
        int close = text.startsWith("\"", open) ? text.indexOf('"', open + 1) : -1;
        if (close < 0) {
            throw malformed();
        }
        for (int i = open + 1; i < close; i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) == 0x7f) {
                throw malformed();
            }
        }
        int after = close + 1;
        if (after < text.length() && ", \t".indexOf(text.charAt(after)) < 0) {
            throw malformed();
        }
        return after;
    }

    /** The end of a tag that has no quotes, and nothing in it that could be meant otherwise. */
    private static int endOfBareTag(String text, int open) {
        int end = open;
        while (end < text.length() && ", \t".indexOf(text.charAt(end)) < 0) {
            if (!isOfBareTag(text.charAt(end))) {
                throw malformed();
            }
            end++;
        }
        if (end == open) {
            throw malformed();
        }
        return end;
    }

    private static boolean isOfBareTag(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._~+/-".indexOf(c) >= 0;
    }

    private static InvalidInputException malformed() {
        return new InvalidInputException("must be * or a list of ETags in their quotes, such as \"5kq2.1\"");
    }
}
