package dev.rollcall.persistence.dynamodb.guid;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidRepository;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.persistence.dynamodb.table.ConditionalWriteResult;
import dev.rollcall.persistence.dynamodb.table.DynamoDb;
import dev.rollcall.persistence.dynamodb.table.ItemList;
import dev.rollcall.persistence.dynamodb.table.ItemQuery;
import dev.rollcall.persistence.dynamodb.table.ItemRestoration;
import dev.rollcall.persistence.dynamodb.table.ItemTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Restoration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * DynamoDB removes expired GUIDs by itself, some time after. Until then nobody sees them: reads leave them out and writes
 * have it in their conditions.
 */
public final class DynamoDbGuidRepository implements GuidRepository {

    private static final String RESOURCE = "GUID";
    private static final String BY_USER = "by_user";

    private final ItemTable table;
    private final ItemList<GuidRegistration, Guid> guids;

    /**
     * The GUIDs of one store.
     *
     * @param dynamoDb sends the requests
     * @param random makes tokens; strong and thread-safe
     */
    public DynamoDbGuidRepository(DynamoDb dynamoDb, RandomGenerator random) {
        table = new ItemTable(dynamoDb, DynamoDbTable.GUIDS, random);
        guids = new ItemList<>(
                table, items -> items.stream().map(GuidItems::registration).toList(), GuidRegistration::guid);
    }

    @Override
    public List<Outcome<GuidRegistration>> addAll(List<GuidRegistration> registrations, Instant now) {
        return table.dynamoDb().each(registrations, GuidRegistration::guid, one -> add(one, now));
    }

    @Override
    public List<Outcome<GuidRegistration>> updateAll(List<Replacement<GuidRegistration>> replacements, Instant now) {
        return table.dynamoDb().each(replacements, one -> one.next().guid(), one -> update(one, now));
    }

    @Override
    public List<Outcome<Guid>> removeAll(List<Removal<Guid>> removals, Instant now) {
        return table.dynamoDb().each(removals, Removal::id, one -> remove(one, now));
    }

    @Override
    public List<Outcome<GuidRegistration>> restoreAll(List<GuidRegistration> registrations, Instant now) {
        return new ItemRestoration<>(
                        table,
                        RESOURCE,
                        GuidRegistration::guid,
                        GuidItems::item,
                        items -> items.stream()
                                .map(GuidItems::registration)
                                .filter(isAlive(now))
                                .toList(),
                        Restoration::isNeeded)
                .all(registrations);
    }

    /** Does nothing: DynamoDB sweeps by itself. */
    @Override
    public int removeExpired(Instant now, int limit) {
        return 0;
    }

    @Override
    public Optional<GuidRegistration> find(Guid guid, Instant now) {
        return table.find(GuidItems.key(guid)).map(GuidItems::registration).filter(isAlive(now));
    }

    @Override
    public Page<GuidRegistration, Guid> list(PageRequest<Guid> request, Instant now) {
        return guids.scanFiltered(request, GuidItems::key, Optional.of(GuidItems.isAlive(now)), GuidItems::guid);
    }

    @Override
    public Page<GuidRegistration, Guid> list(GuidUser user, PageRequest<Guid> request, Instant now) {
        Expression ofUser = GuidItems.belongsTo(user);
        Expression keys =
                request.after().map(GuidItems::follows).map(ofUser::and).orElse(ofUser);
        return guids.queryFiltered(
                request, ItemQuery.ofIndex(table, BY_USER, keys), GuidItems.isAlive(now), GuidItems::guid);
    }

    @Override
    public GuidRegistration add(GuidRegistration registration, Instant now) {
        if (table.put(GuidItems.item(registration), GuidItems.isAbsentOrExpired(now))
                .isRefused()) {
            throw new AlreadyExistsException(
                    RESOURCE, "guid", registration.guid().toString());
        }
        return registration;
    }

    @Override
    public GuidRegistration update(Replacement<GuidRegistration> replacement, Instant now) {
        GuidRegistration next = replacement.next();
        Expression condition = Expression.isAt(replacement.expected()).and(GuidItems.isAlive(now));
        return alive(table.put(GuidItems.item(next), condition), now).orRefuse(RESOURCE, next.guid(), next);
    }

    @Override
    public Guid remove(Removal<Guid> removal, Instant now) {
        Guid guid = removal.id();
        Expression condition = Expression.isAt(removal.expected()).and(GuidItems.isAlive(now));
        return alive(table.remove(GuidItems.key(guid), condition), now).orRefuse(RESOURCE, guid, guid);
    }

    /** To one who was refused by an expired GUID there is none. */
    private static ConditionalWriteResult alive(ConditionalWriteResult attempt, Instant now) {
        boolean expired = attempt.isRefused()
                && !attempt.item().isAbsent()
                && !isAlive(now).test(GuidItems.registration(attempt.item()));
        return expired ? ConditionalWriteResult.refusedByNothing() : attempt;
    }

    private static Predicate<GuidRegistration> isAlive(Instant now) {
        return one -> !one.expiry().hasPassed(now);
    }
}
