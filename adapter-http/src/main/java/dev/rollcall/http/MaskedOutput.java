package dev.rollcall.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Puts an ellipsis in place of each e-mail address and each token of a link, line by line. Rollcall logs neither; this is for what
 * libraries log, and for what ends a thread. Not thread-safe: {@link PrintStream}, which writes to it, is.
 */
final class MaskedOutput extends OutputStream {

    private static final int MAX_LINE = 64 * 1024;

    /** An address, percent-encoded too. A class and a hash code look like one; so they are masked as well. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>\"'`,;:()\\[\\]{}=/|]+(?:@|%40)[\\p{L}\\p{N}\\[][^\\s<>\"'`,;:()\\]{}=/|]*");

    private static final Pattern TOKEN = Pattern.compile("(?<![0-9A-Za-z])[0-9a-vA-V]{52}(?![0-9A-Za-z])");

    private static final Pattern STACK_FRAME = Pattern.compile("\\s+at [^@]*\\([^@]*\\)\\s*");

    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private MaskedOutput(OutputStream out) {
        this.out = out;
    }

    /** A stream that masks what it writes to another one. */
    static PrintStream over(OutputStream out) {
        return new PrintStream(new MaskedOutput(out), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int unit) throws IOException {
        line.write(unit);
        if (unit == '\n' || line.size() >= MAX_LINE) {
            String text = line.toString(StandardCharsets.UTF_8);
            line.reset();
            out.write(masked(text).getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    /** Nothing: an address must not be told in two halves. */
    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        out.write(masked(line.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        out.close();
    }

    /** A text as it may be logged. */
    static String masked(String text) {
        if (STACK_FRAME.matcher(text).matches()) {
            return text;
        }
        return TOKEN.matcher(ADDRESS.matcher(text).replaceAll("…")).replaceAll("…");
    }
}
