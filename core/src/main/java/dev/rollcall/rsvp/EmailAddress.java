package dev.rollcall.rsvp;

import dev.rollcall.InvalidInputException;
import dev.rollcall.TextRule;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address, kept as it was typed. Two addresses are the same where their {@linkplain #key keys} are.
 *
 * <p>Taken is the form {@code local@domain} with a dot-atom on the left (RFC 5322 section 3.2.3, with the Unicode letters
 * of RFC 6532) and host name labels on the right, at most 64 and 254 octets in all (RFC 5321 section 4.5.3.1). Quoted local
 * parts and address literals are not.
 *
 * @param typed the text as it was given, white space around it included
 */
public record EmailAddress(String typed) {

    private static final TextRule RULE = TextRule.line(3, 320);
    /** What no atom has: separators, and the invisible characters of every script, by which one address mimics another. */
    private static final String NO_ATOM = "\\p{Z}\\p{Cc}\\p{Cf}.@()<>,;:\\\\\"\\[\\]";

    private static final Pattern DOT_ATOM = Pattern.compile("[^" + NO_ATOM + "]++(\\.[^" + NO_ATOM + "]++)*+");
    private static final Pattern HOST_NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final int MAX_LOCAL_OCTETS = 64;
    private static final int MAX_OCTETS = 254;

    /** Checks the address. */
    public EmailAddress {
        RULE.require(typed);
        if (normalized(typed).isEmpty()) {
            throw new InvalidInputException("must be an e-mail address such as ann@example.org");
        }
    }

    /**
     * The form by which addresses are compared: trimmed, NFC, in lower case, with the domain as IDNA writes it; dots and
     * plus-tags stay.
     *
     * @return the key
     */
    public String key() {
        return normalized(typed).orElseThrow();
    }

    /** The address as it was typed. */
    @Override
    public String toString() {
        return typed;
    }

    private static Optional<String> normalized(String typed) {
        // Composed once more: a capital with its mark apart may be one letter in lower case.
        String address = composed(composed(typed.strip()).toLowerCase(Locale.ROOT));
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String local = address.substring(0, at);
        return domain(address.substring(at + 1))
                .map(domain -> local + "@" + domain)
                .filter(key -> DOT_ATOM.matcher(local).matches())
                .filter(key -> local.getBytes(StandardCharsets.UTF_8).length <= MAX_LOCAL_OCTETS)
                .filter(key -> key.getBytes(StandardCharsets.UTF_8).length <= MAX_OCTETS);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static Optional<String> domain(String text) {
        try {
            return Optional.of(IDN.toASCII(text).toLowerCase(Locale.ROOT))
                    .filter(ascii -> HOST_NAME.matcher(ascii).matches());
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }
}
