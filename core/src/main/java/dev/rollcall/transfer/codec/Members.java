package dev.rollcall.transfer.codec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The portable form of a thing: its members by name, each a text that says its value exactly, in an order that is the same
 * for all things of a kind. A member without a value is not there.
 *
 * @param values the members in their order
 */
public record Members(Map<String, String> values) {

    /** Copies the members. */
    public Members {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * What tells this form from every other.
     *
     * @return the SHA-256 of names and values, in the order of the names, so that the order in which they were given does
     *     not matter: 32 bytes
     */
    public byte[] digest() {
        StringBuilder text = new StringBuilder(256);
        values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(member -> text.append(member.getKey())
                        // With its length no value can pass for the end of one and the beginning of another.
                        .append(' ')
                        .append(member.getValue().length())
                        .append(' ')
                        .append(member.getValue())
                        .append('\n'));
        return sha256(text.toString());
    }

    /**
     * The SHA-256 hash of a text in UTF-8.
     *
     * @param text the text
     * @return 32 bytes
     */
    public static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }
}
