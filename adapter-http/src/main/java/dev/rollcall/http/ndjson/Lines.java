package dev.rollcall.http.ndjson;

import dev.rollcall.error.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file line by line from any place in it, and knows where it is. For one thread. */
final class Lines implements AutoCloseable {

    /** No thing comes near it: the longest text has 10,000 characters. */
    private static final int MAX_BYTES = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private long offset;

    private Lines(InputStream in, long offset) {
        this.in = in;
        this.offset = offset;
    }

    static Lines open(Path file, long offset) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return new Lines(
                    new BufferedInputStream(Channels.newInputStream(channel.position(offset)), BUFFER), offset);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Where the next line begins, in bytes. */
    long offset() {
        return offset;
    }

    /** The next line without its end, a line that is empty included; empty after the last one. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
            if (line.size() > MAX_BYTES) {
                throw new InvalidInputException("must be a line of at most " + MAX_BYTES + " bytes");
            }
        }
        offset += line.size() + (next < 0 ? 0 : 1);
        return Optional.of(line.toByteArray());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
