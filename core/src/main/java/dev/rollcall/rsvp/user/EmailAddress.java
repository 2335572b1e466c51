package dev.rollcall.rsvp.user;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.StoredValues;
import dev.rollcall.value.TextRule;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address, kept as it was typed. Two addresses are the same where their {@linkplain #key keys} are.
 *
 * <p>Taken is the form {@code local@domain} with a dot-atom on the left (RFC 5322 section 3.2.3, with the Unicode letters
 * of RFC 6532) and host name labels on the right, at most 64 and 254 octets in all (RFC 5321 section 4.5.3.1). Quoted local
 * parts and address literals are not.
 */
public final class EmailAddress {

    private static final TextRule RULE = TextRule.line(3, 320);
    /**
     * The invisible characters of every script, by which one address mimics another: blanks but for the plain one, format
     * characters, and the others that Unicode calls default ignorable or draws as nothing.
     */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}&&[^ ]]|\\p{Cf}"
            + "|[\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2065\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0\\ufff0-\\ufff8]"
            + "|[\\x{1d159}\\x{e0000}-\\x{e0fff}]");

    /** The characters that no atom has. */
    private static final String NO_ATOM = " \\p{Cc}.@()<>,;:\\\\\"\\[\\]";

    private static final Pattern DOT_ATOM = Pattern.compile("[^" + NO_ATOM + "]++(\\.[^" + NO_ATOM + "]++)*+");
    private static final int MAX_LOCAL_OCTETS = 64;
    private static final int MAX_OCTETS = 254;

    private final String typed;

    /** The key, once it is known: for an address that a store gives, when somebody asks for it. */
    private @Nullable String key;

    /**
     * An address.
     *
     * @param typed the text as it was given, white space around it included
     * @throws InvalidInputException if it is not an address
     */
    public EmailAddress(String typed) {
        this.typed = typed;
        if (!StoredValues.areTrusted()) {
            RULE.require(typed);
            key = requireKey(typed);
        }
    }

    /**
     * The address as it was typed.
     *
     * @return the text as it was given, white space around it included
     */
    public String typed() {
        return typed;
    }

    /**
     * The form by which addresses are compared: trimmed, NFC, in lower case, with the domain as IDNA 2008 writes it; dots and
     * plus-tags stay. A stored address that would be refused today has the key under which it was stored.
     *
     * @return the key
     */
    public String key() {
        String known = key;
        if (known == null) {
            known = storedKey();
            key = known;
        }
        return known;
    }

    /**
     * Whether it is one that may be given today.
     *
     * @return false for a stored address that the rules of an earlier version let in and those of this one refuse
     */
    public boolean isAccepted() {
        try {
            return !requireKey(typed).isEmpty();
        } catch (InvalidInputException refusedToday) {
            return false;
        }
    }

    /**
     * The key that the address had before domains followed IDNA 2008; for most addresses the present key.
     *
     * @return the former key
     */
    public String formerKey() {
        String address = typed.strip();
        int at = address.lastIndexOf('@');
        return at < 0
                ? lowered(address)
                : lowered(address.substring(0, at)) + "@" + EmailDomain.former(composed(address.substring(at + 1)));
    }

    /** Whether two addresses were typed alike. Those with the same key need not be. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmailAddress address && typed.equals(address.typed);
    }

    @Override
    public int hashCode() {
        return typed.hashCode();
    }

    /** The address as it was typed. */
    @Override
    public String toString() {
        return typed;
    }

    private String storedKey() {
        try {
            return requireKey(typed);
        } catch (InvalidInputException refusedToday) {
            return formerKey();
        }
    }

    private static String requireKey(String typed) {
        String address = TextRule.trimmed(typed);
        int at = address.lastIndexOf('@');
        String local = lowered(address.substring(0, Math.max(0, at)));
        requireVisible(local);
        if (!DOT_ATOM.matcher(local).matches() || octets(local) > MAX_LOCAL_OCTETS) {
            throw malformed();
        }
        String key = local + "@" + EmailDomain.ascii(address.substring(at + 1));
        if (octets(key) > MAX_OCTETS) {
            throw malformed();
        }
        return key;
    }

    /**
     * Refuses a text with an invisible character.
     *
     * @throws InvalidInputException which names the character
     */
    static void requireVisible(String text) {
        if (isAscii(text)) {
            // The pattern has no character of ASCII.
            return;
        }
        Matcher invisible = INVISIBLE.matcher(text);
        if (invisible.find()) {
            int character = invisible.group().codePointAt(0);
            throw new InvalidInputException("must not have an invisible character; it has U+%04X %s. Remove it"
                    .formatted(character, Character.getName(character)));
        }
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Composed once more: a capital with its mark apart may be one character in lower case. */
    private static String lowered(String text) {
        return composed(composed(text).toLowerCase(Locale.ROOT));
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static int octets(String text) {
        return isAscii(text) ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }

    static InvalidInputException malformed() {
        return new InvalidInputException("must be an e-mail address such as ann@example.org");
    }
}
