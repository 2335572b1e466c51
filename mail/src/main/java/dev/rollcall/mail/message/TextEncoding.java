package dev.rollcall.mail.message;

/**
 * The transfer encoding of the plain text of a mail (RFC 2045 section 6). A text with longer lines than mail allows is always
 * encoded.
 */
public enum TextEncoding {
    /** For mail servers: what is not ASCII is encoded, so that it passes through the oldest of them. */
    SEVEN_BIT,

    /** For files: a person finds the link in them with any editor. */
    EIGHT_BIT;

    /** Carried by every mail server as it is, however long the lines are. */
    static final String BASE_64 = "base64";

    private static final int LONGEST_LINE = 998;

    /** Names the encoding of a text whose lines end in CRLF. */
    String of(byte[] text) {
        int line = 0;
        boolean ascii = true;
        for (byte octet : text) {
            line = octet == '\n' ? 0 : line + 1;
            // The line's CR counts until its LF comes.
            if (line > LONGEST_LINE + 1) {
                return BASE_64;
            }
            ascii = ascii && octet >= 0;
        }
        if (ascii) {
            return "7bit";
        }
        return this == EIGHT_BIT ? "8bit" : BASE_64;
    }
}
