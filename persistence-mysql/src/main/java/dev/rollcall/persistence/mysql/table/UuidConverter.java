package dev.rollcall.persistence.mysql.table;

import dev.rollcall.port.StoredValues;
import dev.rollcall.uuid.Uuid;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** UUIDs as 16 bytes. */
public final class UuidConverter extends AbstractConverter<byte[], Uuid> {

    private static final long serialVersionUID = 1L;

    /** The constructor for the generated tables. */
    public UuidConverter() {
        super(byte[].class, Uuid.class);
    }

    @Override
    public @Nullable Uuid from(byte @Nullable [] stored) {
        if (stored == null) {
            return null;
        }
        return StoredValues.read("uuids", HexFormat.of().formatHex(stored), () -> {
            ByteBuffer bits = ByteBuffer.wrap(stored);
            return new Uuid(new UUID(bits.getLong(), bits.getLong()));
        });
    }

    @Override
    public byte @Nullable [] to(@Nullable Uuid uuid) {
        return uuid == null
                ? null
                : Bits128.bytes(
                        uuid.value().getMostSignificantBits(), uuid.value().getLeastSignificantBits());
    }
}
