package dev.rollcall.persistence.dynamodb.rsvp.user;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.AlreadyExistsException.Taken;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.persistence.dynamodb.table.ConditionalWriteResult;
import dev.rollcall.persistence.dynamodb.table.DynamoDb;
import dev.rollcall.persistence.dynamodb.table.ItemList;
import dev.rollcall.persistence.dynamodb.table.ItemTable;
import dev.rollcall.persistence.dynamodb.table.SharedKeys;
import dev.rollcall.persistence.dynamodb.table.TransactionWrites;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Restoration;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * An address is unique by an item of its own, which says whose it is and is written in one transaction with its user. That
 * a user organizes events is said by a counter in the user's item, which moves in one transaction with each event.
 */
public final class DynamoDbUserRepository implements UserRepository {

    private static final String RESOURCE = "user";

    private final ItemTable users;
    private final ItemTable emails;
    private final ItemTable links;
    private final ItemList<User, UserId> all;

    /**
     * The users of one store.
     *
     * @param dynamoDb sends the requests
     * @param random makes tokens; strong and thread-safe
     */
    public DynamoDbUserRepository(DynamoDb dynamoDb, RandomGenerator random) {
        users = new ItemTable(dynamoDb, DynamoDbTable.USERS, random);
        emails = new ItemTable(dynamoDb, DynamoDbTable.USER_EMAILS, random);
        links = new ItemTable(dynamoDb, DynamoDbTable.SECRET_LINKS, random);
        all = new ItemList<>(users, items -> items.stream().map(UserItems::user).toList(), User::id);
    }

    @Override
    public List<Outcome<User>> addAll(List<User> given) {
        return users.dynamoDb().each(given, SharedKeys.of(given, DynamoDbUserRepository::touched), this::add);
    }

    @Override
    public List<Outcome<User>> updateAll(List<Replacement<User>> replacements) {
        return users.dynamoDb()
                .each(replacements, SharedKeys.of(replacements, one -> touched(one.next())), this::update);
    }

    @Override
    public List<Outcome<UserId>> removeAll(List<Removal<UserId>> removals) {
        return users.dynamoDb().each(removals, Removal::id, this::remove);
    }

    @Override
    public List<Outcome<User>> restoreAll(List<User> given) {
        return users.dynamoDb().each(given, SharedKeys.of(given, DynamoDbUserRepository::touched), this::restore);
    }

    @Override
    public Optional<User> find(UserId id) {
        return users.find(UserItems.key(id)).map(UserItems::user);
    }

    @Override
    public Page<User, UserId> list(PageRequest<UserId> request) {
        return all.scan(request, UserItems::key);
    }

    @Override
    public User add(User user) {
        List<ConditionalWriteResult> attempts = ConditionalWriteResult.ofTransaction(
                users.dynamoDb(),
                List.of(
                        TransactionWrites.put(users, UserItems.item(user), Expression.isAbsent(users.keyName())),
                        TransactionWrites.put(emails, UserItems.owner(user), Expression.isAbsent(emails.keyName()))));
        List<Taken> taken = new ArrayList<>();
        if (attempts.getFirst().isRefused()) {
            taken.add(new Taken("user_id", user.id().value()));
        }
        if (attempts.getLast().isRefused()) {
            taken.add(takenEmail(user));
        }
        if (!taken.isEmpty()) {
            throw new AlreadyExistsException(RESOURCE, taken);
        }
        return user;
    }

    /** One request where the address keeps its key, as it mostly does; where that refuses it, the address moves. */
    @Override
    public User update(Replacement<User> replacement) {
        User next = replacement.next();
        Revision expected = replacement.expected();
        ConditionalWriteResult attempt = users.update(
                UserItems.key(next.id()),
                UserItems.become(next),
                UserItems.isAt(expected, next.email().key()));
        if (attempt.isRefused()) {
            if (!attempt.item().isAt(expected)) {
                throw attempt.refusal(RESOURCE, next.id());
            }
            move(next, expected, UserItems.emailKey(attempt.item()));
        }
        return next;
    }

    @Override
    public UserId remove(Removal<UserId> removal) {
        UserId id = removal.id();
        AttributeValue key = UserItems.key(id);
        Item present = users.find(key).orElseThrow(() -> new NotFoundException(RESOURCE, id.value()));
        if (!present.isAt(removal.expected())) {
            throw new PreconditionFailedException(RESOURCE, id.value());
        }
        List<ConditionalWriteResult> attempts = ConditionalWriteResult.ofTransaction(
                users.dynamoDb(),
                List.of(
                        TransactionWrites.remove(
                                users, key, Expression.isAt(removal.expected()).and(UserItems.organizesNothing())),
                        TransactionWrites.remove(
                                emails, Attributes.text(UserItems.emailKey(present)), UserItems.isFreeFor(id)),
                        TransactionWrites.remove(
                                links,
                                Attributes.text(new LinkOwner(
                                                LinkOwner.Type.USER,
                                                id.value(),
                                                removal.expected().createdAt())
                                        .subject()),
                                Expression.isAny(links.keyName()))));
        ConditionalWriteResult attempt = attempts.getFirst();
        if (attempt.isRefused() && attempt.item().isAt(removal.expected()) && UserItems.organizesAny(attempt.item())) {
            throw UserRepository.organizesEvents(id);
        }
        UserId removed = attempt.orRefuse(RESOURCE, id, id);
        ConditionalWriteResult.requireDone(attempts);
        return removed;
    }

    private User restore(User user) {
        Optional<Item> present = users.find(UserItems.key(user.id()));
        if (Restoration.isNeeded(RESOURCE, user.id().value(), user, present.map(UserItems::user))) {
            present.ifPresentOrElse(
                    item -> move(user, item.revision(), UserItems.emailKey(item)), () -> restoreAbsent(user));
        } else if (emails.find(Attributes.text(user.email().key())).isEmpty()) {
            claimEmail(user);
        }
        return user;
    }

    private void restoreAbsent(User user) {
        List<ConditionalWriteResult> attempts = ConditionalWriteResult.ofTransaction(
                users.dynamoDb(),
                List.of(
                        TransactionWrites.put(users, UserItems.item(user), Expression.isAbsent(users.keyName())),
                        TransactionWrites.put(emails, UserItems.owner(user), UserItems.isFreeFor(user.id()))));
        requireFree(attempts.getLast(), user);
        User unused = attempts.getFirst().orRefuse(RESOURCE, user.id(), user);
    }

    /** Replaces a user, and with it the item that says whose the address is. */
    private void move(User next, Revision expected, String formerKey) {
        UserId id = next.id();
        List<TransactWriteItem> writes = new ArrayList<>(List.of(
                TransactionWrites.update(
                        users, UserItems.key(id), UserItems.become(next), UserItems.isAt(expected, formerKey)),
                TransactionWrites.put(emails, UserItems.owner(next), UserItems.isFreeFor(id))));
        if (!next.email().key().equals(formerKey)) {
            writes.add(TransactionWrites.remove(emails, Attributes.text(formerKey), UserItems.isFreeFor(id)));
        }
        List<ConditionalWriteResult> attempts = ConditionalWriteResult.ofTransaction(users.dynamoDb(), writes);
        // A stale revision is reported before a clash, which matters only to a caller that may change the user.
        User unused = attempts.getFirst().orRefuse(RESOURCE, id, next);
        requireFree(attempts.get(1), next);
        ConditionalWriteResult.requireDone(attempts);
    }

    private void claimEmail(User user) {
        requireFree(emails.put(UserItems.owner(user), UserItems.isFreeFor(user.id())), user);
    }

    private static void requireFree(ConditionalWriteResult claim, User user) {
        if (claim.isRefused()) {
            throw new AlreadyExistsException(RESOURCE, List.of(takenEmail(user)));
        }
    }

    private static Taken takenEmail(User user) {
        return new Taken("email", user.email().typed());
    }

    private static List<Object> touched(User user) {
        return List.of(user.id(), user.email().key());
    }
}
