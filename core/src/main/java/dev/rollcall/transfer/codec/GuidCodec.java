package dev.rollcall.transfer.codec;

import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Revision;
import dev.rollcall.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The portable form of GUIDs. */
public final class GuidCodec implements RecordCodec<GuidRegistration> {

    /** The codec, which has no state. */
    public GuidCodec() {}

    @Override
    public String name() {
        return "guids";
    }

    @Override
    public String id(GuidRegistration value) {
        return value.guid().toString();
    }

    @Override
    public Members write(GuidRegistration registration) {
        return new MemberWriter()
                .with("guid", registration.guid())
                .with("user", registration.user())
                .with("expires_at", registration.expiry().at())
                .ending(registration.revision());
    }

    @Override
    public GuidRegistration read(Members members) {
        MemberReader in = new MemberReader(members);
        Optional<Guid> guid = in.required("guid", Guid::parse);
        Optional<GuidUser> user = in.required("user", GuidUser::new);
        Optional<Expiry> expiry = in.required("expires_at", text -> new Expiry(Moments.instant(text)));
        Optional<Revision> revision = in.revision();
        in.requireValid();
        return new GuidRegistration(
                guid.orElseThrow(), user.orElseThrow(), expiry.orElseThrow(), revision.orElseThrow());
    }

    @Override
    public Page<GuidRegistration, String> page(Repositories ports, PageRequest<String> request, Instant now) {
        return RecordCodec.page(request, Guid::parse, typed -> ports.guids().list(typed, now));
    }

    @Override
    public List<Outcome<GuidRegistration>> restore(Repositories ports, List<GuidRegistration> values, Instant now) {
        return ports.guids().restoreAll(values, now);
    }
}
