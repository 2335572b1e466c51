package dev.rollcall.mail.text;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.notification.MailSettings;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.value.TextRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** E-mail addresses as mail programs write them. */
public final class Addresses {

    /** A plus and the 52 digits of a token. */
    private static final int TAG_OCTETS = 53;

    private static final int MAX_LOCAL_OCTETS = 64;

    private Addresses() {}

    /**
     * An address with its local part as it was typed and its domain in ASCII.
     *
     * @param address the address
     * @return the text for a header
     */
    public static String written(EmailAddress address) {
        String typed = TextRule.trimmed(address.typed());
        return typed.substring(0, typed.lastIndexOf('@')) + "@" + domain(address);
    }

    /**
     * The domain of an address, in ASCII.
     *
     * @param address the address
     * @return the domain
     */
    public static String domain(EmailAddress address) {
        String key = address.key();
        return key.substring(key.lastIndexOf('@') + 1);
    }

    /**
     * An address with a token in its local part, to which calendar programs reply.
     *
     * @param address the address
     * @param token the token of the guest's invitation
     * @return the address, {@code local+token@domain}
     */
    public static String tagged(EmailAddress address, LinkToken token) {
        String written = written(address);
        int at = written.lastIndexOf('@');
        return written.substring(0, at) + "+" + token.value() + written.substring(at);
    }

    /**
     * An address as a URI (RFC 6068).
     *
     * @param address the address
     * @return the URI
     */
    public static URI mailto(String address) {
        try {
            return URI.create(new URI("mailto", address, null).toASCIIString());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("every character that a URI does not take is encoded", impossible);
        }
    }

    /**
     * Checks that an address has room for a token.
     *
     * @param from the sender's address
     * @throws InvalidInputException where its local part is too long
     */
    public static void requireRoomForToken(EmailAddress from) {
        String written = written(from);
        int octets = written.substring(0, written.lastIndexOf('@')).getBytes(StandardCharsets.UTF_8).length;
        if (octets + TAG_OCTETS > MAX_LOCAL_OCTETS) {
            throw new InvalidInputException(List.of(new Violation(
                    MailSettings.FROM_VARIABLE,
                    "must have at most " + (MAX_LOCAL_OCTETS - TAG_OCTETS) + " characters before its @, not " + octets
                            + ": calendar programs reply to that address with a tag of " + TAG_OCTETS
                            + " characters, and an address takes " + MAX_LOCAL_OCTETS + " there")));
        }
    }
}
