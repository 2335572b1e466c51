package dev.rollcall.transfer.codec;

import dev.rollcall.port.Revision;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidRegistration;
import java.time.Instant;
import java.util.Optional;

/** The portable form of UUIDs. */
public final class UuidCodec implements RecordCodec<UuidRegistration> {

    /** The codec, which has no state. */
    public UuidCodec() {}

    @Override
    public Members write(UuidRegistration registration) {
        return new MemberWriter()
                .with("uuid", registration.uuid())
                .with("updated_at", registration.updatedAt())
                .ending(registration.revision());
    }

    @Override
    public UuidRegistration read(Members members) {
        MemberReader in = new MemberReader(members);
        Optional<Uuid> uuid = in.required("uuid", Uuid::parse);
        Optional<Revision> revision = in.revision();
        Optional<Instant> updatedAt = in.updatedAt(revision);
        in.requireValid();
        return new UuidRegistration(uuid.orElseThrow(), updatedAt.orElseThrow(), revision.orElseThrow());
    }
}
