package dev.rollcall.rest;

import dev.rollcall.rest.http.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.OptionalLong;

/** A body of blanks that knows how much of it was read. */
final class CountedBody implements RequestBody {

    private final long length;
    private final boolean declared;
    private final boolean broken;
    private long bytesRead;

    private CountedBody(long length, boolean declared, boolean broken) {
        this.length = length;
        this.declared = declared;
        this.broken = broken;
    }

    static CountedBody declared(long length) {
        return new CountedBody(length, true, false);
    }

    static CountedBody chunked(long length) {
        return new CountedBody(length, false, false);
    }

    static CountedBody broken() {
        return new CountedBody(0, false, true);
    }

    long bytesRead() {
        return bytesRead;
    }

    @Override
    public OptionalLong declaredLength() {
        return declared ? OptionalLong.of(length) : OptionalLong.empty();
    }

    @Override
    public InputStream open() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return read(new byte[1], 0, 1) < 0 ? -1 : ' ';
            }

            @Override
            public int read(byte[] target, int offset, int count) throws IOException {
                if (broken) {
                    throw new IOException("the connection is gone");
                }
                if (bytesRead == length) {
                    return -1;
                }
                int given = (int) Math.min(count, length - bytesRead);
                Arrays.fill(target, offset, offset + given, (byte) ' ');
                bytesRead += given;
                return given;
            }
        };
    }
}
