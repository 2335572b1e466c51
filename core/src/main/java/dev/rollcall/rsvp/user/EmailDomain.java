package dev.rollcall.rsvp.user;

import com.ibm.icu.text.IDNA;
import dev.rollcall.error.InvalidInputException;
import java.net.IDN;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The domains of e-mail addresses in ASCII, by IDNA 2008 as browsers apply it (UTS 46, nontransitional processing): {@code straße}
 * and {@code strasse} are two domains.
 */
final class EmailDomain {

    private static final Pattern HOST_NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern ENCODED_LABEL = Pattern.compile("(^|\\.)xn--", Pattern.CASE_INSENSITIVE);

    private EmailDomain() {}

    /**
     * A domain in ASCII and lower case.
     *
     * @throws InvalidInputException where it is none
     */
    static String ascii(String domain) {
        String ascii = isPlain(domain) ? domain.toLowerCase(Locale.ROOT) : Uts46.ascii(domain);
        if (!HOST_NAME.matcher(ascii).matches()) {
            throw EmailAddress.malformed();
        }
        return ascii;
    }

    /**
     * A domain in the form that Rollcall kept it in before it followed IDNA 2008. Where the rules of 2003 have none either, its
     * text in lower case.
     */
    static String former(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        try {
            String ascii = IDN.toASCII(lower).toLowerCase(Locale.ROOT);
            return HOST_NAME.matcher(ascii).matches() ? ascii : lower;
        } catch (IllegalArgumentException notADomain) {
            return lower;
        }
    }

    /** Whether there is nothing to translate, as with most domains: the tables of Unicode are not loaded for them. */
    private static boolean isPlain(String domain) {
        return EmailAddress.isAscii(domain) && !ENCODED_LABEL.matcher(domain).find();
    }

    /** Loaded with the first domain that needs it. */
    private static final class Uts46 {

        private static final IDNA IDNA_2008 = IDNA.getUTS46Instance(
                IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.USE_STD3_RULES);

        /** The joiners of Indic scripts and of Persian: right in some places of a word, and checked there. */
        private static final Pattern JOINERS = Pattern.compile("[\\u200c\\u200d]");

        static String ascii(String domain) {
            EmailAddress.requireVisible(JOINERS.matcher(domain).replaceAll(""));
            IDNA.Info info = new IDNA.Info();
            String ascii =
                    IDNA_2008.nameToASCII(domain, new StringBuilder(), info).toString();
            Set<IDNA.Error> errors = EnumSet.noneOf(IDNA.Error.class);
            errors.addAll(info.getErrors());
            // Browsers let hyphens be where they are, and there are such domains.
            errors.remove(IDNA.Error.HYPHEN_3_4);
            if (errors.contains(IDNA.Error.CONTEXTJ)) {
                EmailAddress.requireVisible(domain);
            }
            if (!errors.isEmpty()) {
                throw EmailAddress.malformed();
            }
            return ascii;
        }
    }
}
