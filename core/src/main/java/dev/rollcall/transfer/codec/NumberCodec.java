package dev.rollcall.transfer.codec;

import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.port.Revision;
import java.util.Optional;

/** The portable form of numbers. */
public final class NumberCodec implements RecordCodec<RegisteredNumber> {

    /** The codec, which has no state. */
    public NumberCodec() {}

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
}
