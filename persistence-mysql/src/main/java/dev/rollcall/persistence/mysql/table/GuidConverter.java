package dev.rollcall.persistence.mysql.table;

import dev.rollcall.guid.Guid;
import dev.rollcall.port.StoredValues;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** GUIDs as 16 bytes. */
public final class GuidConverter extends AbstractConverter<byte[], Guid> {

    private static final long serialVersionUID = 1L;

    /** The constructor for the generated tables. */
    public GuidConverter() {
        super(byte[].class, Guid.class);
    }

    @Override
    public @Nullable Guid from(byte @Nullable [] stored) {
        if (stored == null) {
            return null;
        }
        return StoredValues.read("guids", HexFormat.of().formatHex(stored), () -> {
            ByteBuffer bits = ByteBuffer.wrap(stored);
            return new Guid(bits.getLong(), bits.getLong());
        });
    }

    @Override
    public byte @Nullable [] to(@Nullable Guid guid) {
        return guid == null ? null : Bits128.bytes(guid.high(), guid.low());
    }
}
