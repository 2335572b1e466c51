package dev.rollcall.persistence.mysql.table;

import java.nio.ByteBuffer;

/** 128 bits as the 16 bytes of a key, whose order is that of the bits. */
final class Bits128 {

    private static final int BYTES = 2 * Long.BYTES;

    private Bits128() {}

    static byte[] bytes(long high, long low) {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }
}
