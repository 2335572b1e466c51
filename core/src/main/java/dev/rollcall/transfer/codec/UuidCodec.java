package dev.rollcall.transfer.codec;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Revision;
import dev.rollcall.storage.Repositories;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidRegistration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The portable form of UUIDs. */
public final class UuidCodec implements RecordCodec<UuidRegistration> {

    /** The codec, which has no state. */
    public UuidCodec() {}

    @Override
    public String name() {
        return "uuids";
    }

    @Override
    public String id(UuidRegistration value) {
        return value.uuid().toString();
    }

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

    @Override
    public Page<UuidRegistration, String> page(Repositories ports, PageRequest<String> request, Instant now) {
        return RecordCodec.page(request, Uuid::parse, ports.uuids()::list);
    }

    @Override
    public List<Outcome<UuidRegistration>> restore(Repositories ports, List<UuidRegistration> values, Instant now) {
        return ports.uuids().restoreAll(values);
    }
}
