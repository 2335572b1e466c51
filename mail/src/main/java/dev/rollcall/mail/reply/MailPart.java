package dev.rollcall.mail.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail, or one part of it, read as far as it can be read: a header that is broken is passed over. The library that writes mails is
 * no help here, because system properties decide for the whole JVM whether it reads such headers.
 *
 * <p>Texts have a character for each byte (ISO 8859-1).
 */
final class MailPart {

    private static final Pattern HEADER = Pattern.compile("([!-9;-~]+)[ \t]*:(.*)", Pattern.DOTALL);
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("\\s*\"?([\\w.+-]+)\\s*/\\s*([\\w.+-]+).*", Pattern.DOTALL);
    private static final Pattern ANY_DELIMITER = Pattern.compile("(?<![^\r\n])--([^\r\n]+)");
    private static final String CALENDAR = "BEGIN:VCALENDAR";

    private final List<Header> headers;
    private final String body;

    private MailPart(List<Header> headers, String body) {
        this.headers = headers;
        this.body = body;
    }

    private record Header(String name, String value) {}

    /** Reads a mail; line ends before it are no part of it. */
    static MailPart ofMail(String text) {
        int start = 0;
        while (start < text.length() && isLineEnd(text.charAt(start))) {
            start++;
        }
        return parse(text.substring(start));
    }

    /** Reads a part: its headers up to an empty line, or to a calendar that begins without one, and its body. */
    private static MailPart parse(String text) {
        List<Header> headers = new ArrayList<>();
        StringBuilder unfolded = new StringBuilder();
        int start = 0;
        while (start < text.length()) {
            int end = endOfLine(text, start);
            String line = text.substring(start, end);
            if (line.strip().equalsIgnoreCase(CALENDAR)) {
                break;
            }
            start = afterLineEnd(text, end);
            if (line.isEmpty()) {
                break;
            }
            if (line.charAt(0) != ' ' && line.charAt(0) != '\t') {
                add(headers, unfolded);
            }
            unfolded.append(line);
        }
        add(headers, unfolded);
        return new MailPart(headers, text.substring(start));
    }

    private static void add(List<Header> headers, StringBuilder unfolded) {
        Matcher header = HEADER.matcher(unfolded);
        if (header.matches()) {
            headers.add(new Header(
                    header.group(1).toLowerCase(Locale.ROOT), header.group(2).strip()));
        }
        unfolded.setLength(0);
    }

    private static int endOfLine(String text, int start) {
        int end = start;
        while (end < text.length() && !isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int afterLineEnd(String text, int end) {
        boolean isPair = text.startsWith("\r\n", end);
        return Math.min(text.length(), end + (isPair ? 2 : 1));
    }

    private static boolean isLineEnd(char character) {
        return character == '\r' || character == '\n';
    }

    /** The values of a header, in their order. */
    List<String> headers(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return headers.stream()
                .filter(header -> header.name().equals(lowerCase))
                .map(Header::value)
                .toList();
    }

    /** The media type in lower case, without parameters; that of plain text where none can be read. */
    String mediaType() {
        return headers("Content-Type").stream()
                .map(MEDIA_TYPE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> (matcher.group(1) + "/" + matcher.group(2)).toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("text/plain");
    }

    /** A parameter of a header. */
    Optional<String> parameter(String header, String name) {
        return headers(header).stream()
                .flatMap(value -> HeaderParameters.find(value, name).stream())
                .findFirst();
    }

    /** The body's bytes. */
    byte[] content() {
        return TransferEncoding.decode(
                body, headers("Content-Transfer-Encoding").stream().findFirst().orElse(""));
    }

    /**
     * The parts of a multipart body. A part may end without a delimiter. Where the header names none, or none that is there, the
     * first line that looks like one is taken.
     *
     * @param most the most parts to read
     */
    List<MailPart> parts(int most) {
        return parameter("Content-Type", "boundary")
                .map(boundary -> split(boundary, most))
                .filter(parts -> !parts.isEmpty())
                .or(() -> Optional.of(ANY_DELIMITER.matcher(body))
                        .filter(Matcher::find)
                        .map(delimiter -> split(delimiter.group(1), most)))
                .orElseGet(() -> List.of(parse(body)));
    }

    private List<MailPart> split(String boundary, int most) {
        Matcher delimiter = Pattern.compile(
                        "(?<![^\r\n])--" + Pattern.quote(boundary.stripTrailing()) + "(--)?[ \t]*(?=[\r\n]|$)")
                .matcher(body);
        List<MailPart> parts = new ArrayList<>();
        int start = -1;
        while (parts.size() < most && delimiter.find()) {
            if (start >= 0) {
                parts.add(part(start, delimiter.start()));
            }
            start = delimiter.end();
        }
        if (start >= 0 && parts.size() < most) {
            parts.add(part(start, body.length()));
        }
        return parts;
    }

    /** The line end behind the delimiter belongs to the delimiter. */
    private MailPart part(int delimiterEnd, int end) {
        return parse(body.substring(Math.min(end, afterLineEnd(body, delimiterEnd)), end));
    }
}
