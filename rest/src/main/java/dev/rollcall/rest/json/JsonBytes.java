package dev.rollcall.rest.json;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the bytes that a generator writes. A generator collects 8,000 bytes itself before it writes them, so most values
 * arrive in one piece, which is kept as it is. Not thread-safe.
 */
final class JsonBytes extends OutputStream {

    private final List<byte[]> pieces = new ArrayList<>(1);
    private int length;

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] source, int from, int count) {
        pieces.add(Arrays.copyOfRange(source, from, from + count));
        length += count;
    }

    /** All bytes that were written. */
    byte[] toByteArray() {
        if (pieces.size() == 1) {
            return pieces.getFirst();
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
        }
        return whole;
    }
}
