package dev.rollcall.transfer.codec;

import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import java.time.Instant;
import java.util.Optional;

/** The portable form of users. */
public final class UserCodec implements RecordCodec<User> {

    /** The codec, which has no state. */
    public UserCodec() {}

    @Override
    public Members write(User user) {
        return new MemberWriter()
                .with("user_id", user.id())
                .with("email", user.email())
                .withAny("name", user.name())
                .with("updated_at", user.updatedAt())
                .ending(user.revision());
    }

    @Override
    public User read(Members members) {
        MemberReader in = new MemberReader(members);
        Optional<UserId> id = in.required("user_id", UserId::new);
        Optional<EmailAddress> email = in.required("email", EmailAddress::new);
        Optional<UserName> name = in.optional("name", UserName::new);
        Optional<Revision> revision = in.revision();
        Optional<Instant> updatedAt = in.updatedAt(revision);
        in.requireValid();
        return new User(id.orElseThrow(), email.orElseThrow(), name, updatedAt.orElseThrow(), revision.orElseThrow());
    }
}
