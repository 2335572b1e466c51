package dev.rollcall.transfer.codec;

import dev.rollcall.port.Revision;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts a portable form together, member by member. Not thread-safe. */
final class MemberWriter {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** A member that has a value; its text says it all. */
    MemberWriter with(String name, Object value) {
        values.put(name, value.toString());
        return this;
    }

    MemberWriter withAny(String name, Optional<?> value) {
        value.ifPresent(present -> with(name, present));
        return this;
    }

    MemberWriter with(String name, Instant moment) {
        return with(name, (Object) Moments.text(moment));
    }

    MemberWriter with(String name, Enum<?> constant) {
        return with(name, (Object) constant.name().toLowerCase(Locale.ROOT));
    }

    MemberWriter withAnyMoment(String name, Optional<Instant> moment) {
        moment.ifPresent(present -> with(name, present));
        return this;
    }

    /** The form of a thing that has revisions: they are its last two members. */
    Members ending(Revision revision) {
        return with("created_at", revision.createdAt())
                .with("revision", revision.count())
                .end();
    }

    Members end() {
        return new Members(values);
    }
}
