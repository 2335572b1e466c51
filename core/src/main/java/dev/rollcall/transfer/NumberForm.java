package dev.rollcall.transfer;

import dev.rollcall.Revision;
import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.RegisteredNumber;
import java.util.Optional;

final class NumberForm implements Form<RegisteredNumber> {

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
