package dev.rollcall.transfer.codec;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import dev.rollcall.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The portable form of users. */
public final class UserCodec implements RecordCodec<User> {

    /** The codec, which has no state. */
    public UserCodec() {}

    @Override
    public String name() {
        return "users";
    }

    @Override
    public String id(User value) {
        return value.id().value();
    }

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

    @Override
    public Page<User, String> page(Repositories ports, PageRequest<String> request, Instant now) {
        return RecordCodec.page(request, UserId::new, ports.users()::list);
    }

    @Override
    public List<Outcome<User>> restore(Repositories ports, List<User> values, Instant now) {
        return ports.users().restoreAll(values);
    }
}
