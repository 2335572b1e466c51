package dev.rollcall.rest.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Reads {@code Content-Type} fields (RFC 9110 section 8.3). Parameters other than {@code charset} are passed over. */
public final class ContentTypes {

    /** The alias of the IANA registry that the JDK does not know. */
    private static final String MISSING_ALIAS = "csutf8";

    private ContentTypes() {}

    /**
     * Whether fields name types that are taken. A type that is given twice, and one that is empty, are no fault.
     *
     * @param fields the values of {@code Content-Type}; none where the request has no such field
     * @param accepted the media types that are taken
     * @return whether each type that is named is one of them, and each charset is UTF-8
     */
    public static boolean are(List<String> fields, List<String> accepted) {
        if (fields.isEmpty() || (fields.size() == 1 && accepted.contains(fields.getFirst()))) {
            return true;
        }
        for (String type : String.join(",", fields).split(",", -1)) {
            if (!type.isBlank() && !is(type.toLowerCase(Locale.ROOT), accepted)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a name means UTF-8: any alias of the IANA registry, in any case.
     *
     * @param name the name of a charset
     * @return whether it is one
     */
    public static boolean isUtf8(String name) {
        String charset = name.strip().toLowerCase(Locale.ROOT);
        try {
            return charset.equals(MISSING_ALIAS) || Charset.forName(charset).equals(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static boolean is(String type, List<String> accepted) {
        String[] parts = type.split(";", -1);
        String name = parts[0].strip();
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].split("=", 2);
            String value = parameter.length < 2
                    ? ""
                    : parameter[1].replaceAll("[\"']", "").strip();
            // The charset of a mail is said by the mail itself.
            if (parameter[0].strip().equals("charset")
                    && !name.equals(MediaTypes.MESSAGE)
                    && !value.isEmpty()
                    && !isUtf8(value)) {
                return false;
            }
        }
        return accepted.contains(name);
    }
}
