package dev.rollcall.http.process;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that sends what no library would. */
public final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 120_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    public RawClient(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** Sends text, a byte per character. */
    public RawClient send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return this;
    }

    public RawClient send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /** Sends bytes for as long as the server takes them: one that refuses a body hangs up in the middle of it. */
    public RawClient offer(byte[] bytes) throws IOException {
        try {
            return send(bytes);
        } catch (SocketException hungUp) {
            // What it answered before is there to be read.
            return this;
        }
    }

    /** Reads one answer with a declared length, and leaves what follows. */
    public RawResponse answer() throws IOException {
        return answer(true);
    }

    /** Reads one answer that has no body, whatever its length says: that to HEAD. */
    public RawResponse answerToHead() throws IOException {
        return answer(false);
    }

    /** Whether the server has closed the connection, once it has done whatever it does. */
    public boolean closed() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private RawResponse answer(boolean withBody) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int newLines = 0; newLines < 2; ) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("closed after: " + head.toString(StandardCharsets.ISO_8859_1));
            }
            head.write(octet);
            newLines = octet == '\n' ? newLines + 1 : octet == '\r' ? newLines : 0;
        }
        RawResponse bare = RawResponse.parse(head.toString(StandardCharsets.ISO_8859_1));
        int length = withBody && bare.status() != 204 && bare.status() != 304
                ? Integer.parseInt(bare.header("Content-Length").orElse("0"))
                : 0;
        return bare.withBody(new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }
}
