package dev.rollcall.testkit.rsvp.user;

import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import dev.rollcall.testkit.contract.AddContract;
import dev.rollcall.testkit.contract.FindAllContract;
import dev.rollcall.testkit.contract.ListContract;
import dev.rollcall.testkit.contract.RemoveContract;
import dev.rollcall.testkit.contract.UpdateContract;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the contracts of users have in common. */
interface UserContract
        extends AddContract<User, UserId>,
                UpdateContract<User, UserId>,
                RemoveContract<User, UserId>,
                FindAllContract<User, UserId>,
                ListContract<User, UserId> {

    @Override
    default String resource() {
        return "user";
    }

    @Override
    default String idMember() {
        return "user_id";
    }

    @Override
    default User fresh(Instant createdAt) {
        return Fresh.user(createdAt);
    }

    @Override
    default User namesakeOf(User thing) {
        return Fresh.user(thing.id(), Fresh.email());
    }

    @Override
    default User successorOf(User thing) {
        return new User(
                thing.id(),
                Fresh.email(),
                Optional.of(new UserName(Fresh.word())),
                thing.updatedAt().plusSeconds(1),
                thing.revision().next());
    }

    @Override
    default UserId idOf(User thing) {
        return thing.id();
    }

    @Override
    default List<User> findAll(Set<UserId> ids) {
        return repositories().users().findAll(ids);
    }

    @Override
    default UserId freshId() {
        return Fresh.userId();
    }

    @Override
    default UserId keyOf(User item) {
        return item.id();
    }
}
