package dev.rollcall.lambda.event;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Puts back the percent-encoding (RFC 3986 section 2.1) that a gateway has taken away. */
final class UrlText {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNRESERVED = "-._~";
    private static final String IN_PATHS = "/:@!$&'()*+,;=";

    private UrlText() {}

    /** A path of which every escape was decoded. */
    static String path(String decoded) {
        return encode(decoded, UNRESERVED + IN_PATHS);
    }

    /** A query of which every escape was decoded. */
    static String query(List<Event.Pair> decoded) {
        return decoded.stream()
                .map(pair -> encode(pair.name(), UNRESERVED) + "=" + encode(pair.value(), UNRESERVED))
                .collect(Collectors.joining("&"));
    }

    /** A query in parts that are as they stand on the wire. */
    static String join(List<Event.Pair> encoded) {
        return encoded.stream().map(pair -> pair.name() + "=" + pair.value()).collect(Collectors.joining("&"));
    }

    private static String encode(String text, String kept) {
        StringBuilder encoded = new StringBuilder(text.length() + 8);
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xff);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || kept.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits(unit));
            }
        }
        return encoded.toString();
    }
}
