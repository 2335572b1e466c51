package dev.rollcall.persistence.mysql.rsvp.user;

import static dev.rollcall.persistence.mysql.schema.Tables.USERS;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.AlreadyExistsException.Taken;
import dev.rollcall.error.RollcallException;
import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.schema.tables.records.UsersRecord;
import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.persistence.mysql.table.RestoredTable;
import dev.rollcall.persistence.mysql.table.VersionedTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/** Users on jOOQ. Thread-safe. */
public final class JooqUserRepository implements UserRepository {

    private static final String RESOURCE = "user";

    private static final VersionedTable<User, UserId, String, UsersRecord> TABLE = new VersionedTable<>(
            RESOURCE,
            USERS.USER_ID,
            USERS.CREATED_AT,
            USERS.REVISION,
            UserId::value,
            User::id,
            UserRows::row,
            UserRows::user);

    private static final RestoredTable<User, UserId, UsersRecord> RESTORED =
            TABLE.restored(UserRows::row, (dsl, one, error) -> notRestored(dsl, one));

    private final Database database;

    /**
     * The repository of a database.
     *
     * @param database the database; it stays open when this is no longer used
     */
    public JooqUserRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<Outcome<User>> addAll(List<User> users) {
        return database.write(dsl ->
                Batches.insert(dsl, USERS, users, UserRows::row, chunk -> {}, (user, error) -> taken(dsl, user)));
    }

    @Override
    public List<Outcome<User>> updateAll(List<Replacement<User>> replacements) {
        return database.write(dsl -> replacements.stream()
                .map(one -> Batches.constrained(dsl, () -> TABLE.update(dsl, one), error -> takenEmail(one.next())))
                .toList());
    }

    @Override
    public List<Outcome<UserId>> removeAll(List<Removal<UserId>> removals) {
        return database.write(dsl -> removals.stream()
                .map(one -> Batches.constrained(
                        dsl, () -> TABLE.remove(dsl, one), error -> UserRepository.organizesEvents(one.id())))
                .toList());
    }

    @Override
    public List<Outcome<User>> restoreAll(List<User> users) {
        return database.write(dsl -> RESTORED.restore(dsl, users));
    }

    @Override
    public Optional<User> find(UserId id) {
        return database.read(dsl -> TABLE.find(dsl, id));
    }

    @Override
    public List<User> findAll(Set<UserId> ids) {
        return ids.isEmpty() ? List.of() : database.read(dsl -> TABLE.findAll(dsl, List.copyOf(ids)));
    }

    @Override
    public Page<User, UserId> list(PageRequest<UserId> request) {
        return database.read(dsl -> TABLE.page(dsl, request));
    }

    /** Returns the values of a user that are taken. The insert that was refused has locked the row that has them. */
    private static AlreadyExistsException taken(DSLContext dsl, User user) {
        String emailKey = user.email().key();
        List<Taken> taken = new ArrayList<>();
        if (dsl.fetchExists(USERS, TABLE.is(user.id()))) {
            taken.add(new Taken("user_id", user.id().value()));
        }
        if (dsl.fetchExists(USERS, USERS.EMAIL_KEY.eq(emailKey))) {
            taken.add(new Taken("email", user.email().typed()));
        }
        return new AlreadyExistsException(RESOURCE, taken);
    }

    private static RollcallException notRestored(DSLContext dsl, User user) {
        return dsl.fetchExists(USERS, USERS.EMAIL_KEY.eq(user.email().key()).andNot(TABLE.is(user.id())))
                ? takenEmail(user)
                : RestoredTable.writtenMeanwhile(RESOURCE, user.id());
    }

    private static AlreadyExistsException takenEmail(User user) {
        return new AlreadyExistsException(RESOURCE, "email", user.email().typed());
    }
}
