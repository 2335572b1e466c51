package dev.rollcall.rsvp.user;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.port.OptimisticWrite;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Precondition;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.uuid.UuidGenerator;
import dev.rollcall.uuid.UuidVersion;
import dev.rollcall.write.GroupWriter;
import dev.rollcall.write.Repeat;
import dev.rollcall.write.WriteLane;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

/** Keeps users. Thread-safe; every method blocks until the store has answered. */
public final class UserService {

    /** The name of users in errors. */
    public static final String RESOURCE = "user";

    private final UserRepository repository;
    private final InstantSource clock;
    private final UuidGenerator ids;
    private final WriteLane<User, User> adds;
    private final WriteLane<Replacement<User>, User> updates;
    private final WriteLane<Removal<UserId>, UserId> removals;

    /**
     * The service over a store.
     *
     * @param repository the store of users
     * @param clock tells the time, in microseconds
     * @param ids makes ids for users that come without
     * @param writer groups writes into commits
     */
    public UserService(UserRepository repository, InstantSource clock, UuidGenerator ids, GroupWriter writer) {
        this.repository = repository;
        this.clock = clock;
        this.ids = ids;
        adds = writer.lane("users.add", Comparator.comparing(User::id), Repeat.UNSAFE, repository::addAll);
        updates = writer.lane(
                "users.update",
                Comparator.comparing(replacement -> replacement.next().id()),
                Repeat.UNSAFE,
                repository::updateAll);
        removals = writer.lane("users.remove", Comparator.comparing(Removal::id), Repeat.UNSAFE, repository::removeAll);
    }

    /**
     * Stores a user.
     *
     * @param id the user's id; a new UUID of version 7 where none is given
     * @param email the user's address
     * @param name the user's name
     * @return what was stored
     * @throws dev.rollcall.error.AlreadyExistsException where the id or the address is taken; it says which
     */
    public User create(Optional<UserId> id, EmailAddress email, Optional<UserName> name) {
        Instant now = clock.instant();
        UserId given = id.orElseGet(() -> new UserId(ids.next(UuidVersion.V7).toString()));
        return adds.write(new User(given, email, name, now, Revision.first(now)));
    }

    /**
     * Reads a user.
     *
     * @param id the user's id
     * @return the user
     * @throws NotFoundException where there is none
     */
    public User get(UserId id) {
        return find(id).orElseThrow(() -> new NotFoundException(RESOURCE, id.value()));
    }

    /**
     * Looks for a user that may not exist.
     *
     * @param id the user's id
     * @return the user; empty where there is none
     */
    public Optional<User> find(UserId id) {
        return repository.find(id);
    }

    /**
     * Lists all users, in an order that is stable but need not be that of the ids.
     *
     * @param request the page: the position after which it begins, and the largest number of items
     * @return the page
     */
    public Page<User, UserId> list(PageRequest<UserId> request) {
        return repository.list(request);
    }

    /**
     * Changes a user.
     *
     * @param id the user's id
     * @param change the members to change
     * @param precondition the revision that the caller expects, if any
     * @return what is stored now
     * @throws NotFoundException where there is none
     * @throws dev.rollcall.error.PreconditionFailedException where it is not what the caller demands
     * @throws dev.rollcall.error.AlreadyExistsException where the new address is another user's
     */
    public User update(UserId id, UserChange change, Precondition precondition) {
        return OptimisticWrite.change(
                RESOURCE,
                id.value(),
                () -> repository.find(id),
                precondition,
                current ->
                        updates.write(new Replacement<>(change.applyTo(current, clock.instant()), current.revision())));
    }

    /**
     * Removes a user.
     *
     * @param id the user's id
     * @param precondition the revision that the caller expects, if any
     * @throws NotFoundException where there is none
     * @throws dev.rollcall.error.PreconditionFailedException where it is not what the caller demands
     * @throws dev.rollcall.error.ConflictException where the user organizes events
     */
    public void remove(UserId id, Precondition precondition) {
        OptimisticWrite.change(
                RESOURCE,
                id.value(),
                () -> repository.find(id),
                precondition,
                current -> removals.write(new Removal<>(id, current.revision())));
    }
}
