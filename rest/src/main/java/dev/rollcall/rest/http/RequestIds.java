package dev.rollcall.rest.http;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** The id of a request, which links it to its log lines and to the requests of other systems. */
public final class RequestIds {

    private static final int MAX_LENGTH = 128;
    private static final int TRACE_LENGTH = 55;

    private RequestIds() {}

    /**
     * The id of a request: the client's {@code X-Request-Id} if it is one of 1 to 128 of {@code A-Za-z0-9._-}, else a new
     * one.
     *
     * @param headers the header fields of the request
     * @param ids makes a new id
     * @return the id
     */
    public static String of(Headers headers, Supplier<String> ids) {
        List<String> given = headers.all("X-Request-Id");
        return given.size() == 1 && isSane(given.getFirst()) ? given.getFirst() : ids.get();
    }

    /**
     * The client's {@code traceparent} (W3C Trace Context, version 00).
     *
     * @param headers the header fields of the request
     * @return the value; empty if there is none or it is malformed
     */
    public static Optional<String> trace(Headers headers) {
        return headers.first("traceparent").filter(RequestIds::isTrace);
    }

    /**
     * Makes a new id.
     *
     * @return 32 hexadecimal digits
     */
    public static String make() {
        // It only has to be unlike the others; nobody is kept out by it.
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }

    private static boolean isSane(String id) {
        boolean sane = !id.isEmpty() && id.length() <= MAX_LENGTH;
        for (int i = 0; sane && i < id.length(); i++) {
            sane = isSane(id.charAt(i));
        }
        return sane;
    }

    private static boolean isSane(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0;
    }

    private static boolean isTrace(String text) {
        return text.length() == TRACE_LENGTH
                && text.startsWith("00-")
                && isId(text, 3, 35)
                && text.charAt(35) == '-'
                && isId(text, 36, 52)
                && text.charAt(52) == '-'
                && isLowerHex(text, 53, TRACE_LENGTH);
    }

    private static boolean isId(String text, int from, int to) {
        return isLowerHex(text, from, to) && text.chars().limit(to).skip(from).anyMatch(c -> c != '0');
    }

    private static boolean isLowerHex(String text, int from, int to) {
        return text.chars().limit(to).skip(from).allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
