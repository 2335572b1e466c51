package dev.rollcall.transfer;

import dev.rollcall.Revision;
import dev.rollcall.rsvp.EmailAddress;
import dev.rollcall.rsvp.User;
import dev.rollcall.rsvp.UserId;
import dev.rollcall.rsvp.UserName;
import java.time.Instant;
import java.util.Optional;

final class UserForm implements Form<User> {

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
