package dev.rollcall.persistence.dynamodb.uuid;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.persistence.dynamodb.table.ConditionalRetry;
import dev.rollcall.persistence.dynamodb.table.ConditionalWriteResult;
import dev.rollcall.persistence.dynamodb.table.DynamoDb;
import dev.rollcall.persistence.dynamodb.table.ItemList;
import dev.rollcall.persistence.dynamodb.table.ItemRestoration;
import dev.rollcall.persistence.dynamodb.table.ItemTable;
import dev.rollcall.persistence.dynamodb.table.Puts;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Restoration;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidRegistration;
import dev.rollcall.uuid.UuidRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What every write of one item does where it meets an item of a batch, {@link UuidBatches} says. */
public final class DynamoDbUuidRepository implements UuidRepository {

    private static final String RESOURCE = "UUID";

    private final ItemTable table;
    private final UuidBatches batches;
    private final UuidBatchWriter writer;
    private final ItemList<UuidRegistration, Uuid> all;

    /**
     * The UUIDs of one store.
     *
     * @param dynamoDb sends the requests
     * @param random makes tokens; strong and thread-safe
     */
    public DynamoDbUuidRepository(DynamoDb dynamoDb, RandomGenerator random) {
        table = new ItemTable(dynamoDb, DynamoDbTable.UUIDS, random);
        batches = new UuidBatches(table);
        writer = new UuidBatchWriter(table, batches);
        all = new ItemList<>(table, this::visible, UuidRegistration::uuid);
    }

    @Override
    public List<Outcome<UuidRegistration>> addAll(List<UuidRegistration> registrations) {
        return table.dynamoDb().each(registrations, UuidRegistration::uuid, this::add);
    }

    @Override
    public void addTogether(List<UuidRegistration> registrations) {
        writer.add(registrations);
    }

    @Override
    public List<Outcome<Put<UuidRegistration>>> putAll(List<Uuid> uuids, Instant now) {
        return Puts.each(table.dynamoDb(), uuids, (uuid, times) -> put(uuid, times, now));
    }

    @Override
    public List<Outcome<UuidRegistration>> updateAll(List<Replacement<UuidRegistration>> replacements) {
        return table.dynamoDb().each(replacements, one -> one.next().uuid(), this::update);
    }

    @Override
    public List<Outcome<UuidRegistration>> restoreAll(List<UuidRegistration> registrations) {
        return new ItemRestoration<>(
                        table, RESOURCE, UuidRegistration::uuid, UuidItems::item, this::visible, Restoration::isNeeded)
                .all(registrations);
    }

    @Override
    public Optional<UuidRegistration> find(Uuid uuid) {
        return table.find(UuidItems.key(uuid)).filter(batches::isVisible).map(UuidItems::registration);
    }

    @Override
    public Page<UuidRegistration, Uuid> list(PageRequest<Uuid> request) {
        return all.scanFiltered(request, UuidItems::key, Optional.empty(), UuidItems::uuid);
    }

    @Override
    public UuidRegistration add(UuidRegistration registration) {
        Item item = UuidItems.item(registration);
        Supplier<ConditionalWriteResult> add = () -> table.put(item, Expression.isAbsent(table.keyName()));
        ConditionalWriteResult unused = outlast(registration.uuid(), add, present -> taken(registration.uuid()));
        return registration;
    }

    @Override
    public UuidRegistration update(Replacement<UuidRegistration> replacement) {
        UuidRegistration next = replacement.next();
        Expression condition = Expression.isAt(replacement.expected()).and(UuidItems.isSettled());
        Supplier<ConditionalWriteResult> update = () -> table.put(UuidItems.item(next), condition);
        ConditionalWriteResult unused = outlast(
                next.uuid(),
                update,
                present -> new ConditionalWriteResult(false, present).refusal(RESOURCE, next.uuid()));
        return next;
    }

    private UuidRegistration put(Uuid uuid, long times, Instant now) {
        AttributeValue key = UuidItems.key(uuid);
        Supplier<ConditionalWriteResult> touch = () -> table.update(
                key,
                UuidItems.touch(now, times),
                UuidItems.isUntouchedSince(now).and(UuidItems.isSettled()));
        Supplier<ConditionalWriteResult> count = () -> table.update(
                key, UuidItems.count(times), UuidItems.isTouchedAfter(now).and(UuidItems.isSettled()));
        ConditionalWriteResult put = ConditionalRetry.untilDone(RESOURCE, uuid, table.random(), touch, present -> {
            boolean wasOfBatch = batches.settle(present);
            return !wasOfBatch && isTouchedAfter(now, present) ? count.get() : touch.get();
        });
        return UuidItems.registration(put.item());
    }

    /** Makes a write past the items of batches; what else is in its way refuses it. */
    private ConditionalWriteResult outlast(
            Uuid uuid, Supplier<ConditionalWriteResult> write, Function<Item, RollcallException> refusal) {
        return ConditionalRetry.untilDone(RESOURCE, uuid, table.random(), write, present -> {
            if (!batches.settle(present)) {
                throw refusal.apply(present);
            }
            return write.get();
        });
    }

    private List<UuidRegistration> visible(List<Item> items) {
        return batches.visible(items).stream().map(UuidItems::registration).toList();
    }

    private static boolean isTouchedAfter(Instant now, Item present) {
        return !present.isAbsent() && present.moment(Item.UPDATED_AT).isAfter(now);
    }

    static AlreadyExistsException taken(Uuid uuid) {
        return new AlreadyExistsException(RESOURCE, "uuid", uuid.toString());
    }
}
