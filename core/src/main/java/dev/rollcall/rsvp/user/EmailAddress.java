package dev.rollcall.rsvp.user;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.StoredValues;
import dev.rollcall.value.TextRule;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An e-mail address, kept as it was typed. Two addresses are the same where their {@linkplain #key keys} are.
 *
 * <p>Taken is the form {@code local@domain} with a dot-atom on the left (RFC 5322 section 3.2.3, with the Unicode notifications
 * of RFC 6532) and host name labels on the right, at most 64 and 254 octets in all (RFC 5321 section 4.5.3.1). Quoted local
 * parts and address literals are not.
 *
 * @param typed the text as it was given, white space around it included
 */
public record EmailAddress(String typed) {

    private static final TextRule RULE = TextRule.line(3, 320);
    /**
     * The invisible characters of every script, by which one address mimics another: blanks but for the plain one, format
     * characters, and the others that Unicode calls default ignorable or draws as nothing.
     */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}&&[^ ]]|\\p{Cf}"
            + "|[\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2065\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0\\ufff0-\\ufff8]"
            + "|[\\x{1d159}\\x{e0000}-\\x{e0fff}]");

    /** What no atom has. */
    private static final String NO_ATOM = " \\p{Cc}.@()<>,;:\\\\\"\\[\\]";

    private static final Pattern DOT_ATOM = Pattern.compile("[^" + NO_ATOM + "]++(\\.[^" + NO_ATOM + "]++)*+");
    private static final int MAX_LOCAL_OCTETS = 64;
    private static final int MAX_OCTETS = 254;

    /** Checks the address. */
    public EmailAddress {
        if (!StoredValues.areTrusted()) {
            RULE.require(typed);
            String unused = requireKey(typed);
        }
    }

    /**
     * The form by which addresses are compared: trimmed, NFC, in lower case, with the domain as IDNA 2008 writes it; dots and
     * plus-tags stay. A stored address that would be refused today has the key under which it was stored.
     *
     * @return the key
     */
    public String key() {
        try {
            return requireKey(typed);
        } catch (InvalidInputException refusedToday) {
            return formerKey();
        }
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

    /** The address as it was typed. */
    @Override
    public String toString() {
        return typed;
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
        Matcher invisible = INVISIBLE.matcher(text);
        if (invisible.find()) {
            int character = invisible.group().codePointAt(0);
            throw new InvalidInputException("must not have an invisible character; it has U+%04X %s. Remove it"
                    .formatted(character, Character.getName(character)));
        }
    }

    /** Composed once more: a capital with its mark apart may be one notification in lower case. */
    private static String lowered(String text) {
        return composed(composed(text).toLowerCase(Locale.ROOT));
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static InvalidInputException malformed() {
        return new InvalidInputException("must be an e-mail address such as ann@example.org");
    }
}
