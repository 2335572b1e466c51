package dev.rollcall.transfer.codec;

import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Revision;
import dev.rollcall.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The portable form of numbers. */
public final class NumberCodec implements RecordCodec<RegisteredNumber> {

    /** The codec, which has no state. */
    public NumberCodec() {}

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public String id(RegisteredNumber value) {
        return value.number().toString();
    }

    @Override
    public Members write(RegisteredNumber registered) {
        return new MemberWriter().with("number", registered.number()).ending(registered.revision());
    }

    @Override
    public RegisteredNumber read(Members members) {
        MemberReader in = new MemberReader(members);
        Optional<ExactNumber> number = in.required("number", ExactNumber::parse);
        Optional<Revision> revision = in.revision();
        in.requireValid();
        return new RegisteredNumber(number.orElseThrow(), revision.orElseThrow());
    }

    @Override
    public Page<RegisteredNumber, String> page(Repositories ports, PageRequest<String> request, Instant now) {
        return RecordCodec.page(request, ExactNumber::parse, ports.numbers()::list);
    }

    @Override
    public List<Outcome<RegisteredNumber>> restore(Repositories ports, List<RegisteredNumber> values, Instant now) {
        return ports.numbers().restoreAll(values);
    }
}
