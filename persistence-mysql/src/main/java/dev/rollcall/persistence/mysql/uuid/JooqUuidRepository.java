package dev.rollcall.persistence.mysql.uuid;

import static dev.rollcall.persistence.mysql.schema.Tables.UUIDS;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.schema.tables.records.UuidsRecord;
import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.persistence.mysql.table.RestoredTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidRegistration;
import dev.rollcall.uuid.UuidRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** UUIDs on jOOQ. Thread-safe. */
public final class JooqUuidRepository implements UuidRepository {

    private static final String RESOURCE = "UUID";

    private static final RestoredTable<UuidRegistration, Uuid, UuidsRecord> RESTORED = new RestoredTable<>(
            RESOURCE,
            UUIDS,
            UuidRows::row,
            UuidRegistration::uuid,
            JooqUuidRepository::find,
            one -> isAt(one.uuid(), one.revision()),
            (dsl, one, error) -> RestoredTable.writtenMeanwhile(RESOURCE, one.uuid()));

    private final Database database;

    /**
     * The repository of a database.
     *
     * @param database the database; it stays open when this is no longer used
     */
    public JooqUuidRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<Outcome<UuidRegistration>> addAll(List<UuidRegistration> registrations) {
        return database.write(dsl -> insert(dsl, registrations));
    }

    @Override
    public void addTogether(List<UuidRegistration> registrations) {
        // The first that is refused takes the whole transaction with it.
        database.write(
                dsl -> insert(dsl, registrations).stream().map(Outcome::orThrow).toList());
    }

    @Override
    public List<Outcome<Put<UuidRegistration>>> putAll(List<Uuid> uuids, Instant now) {
        return database.write(dsl -> Batches.put(
                uuids, (some, times) -> put(dsl, some, times, now), some -> find(dsl, some), UuidRegistration::uuid));
    }

    @Override
    public List<Outcome<UuidRegistration>> updateAll(List<Replacement<UuidRegistration>> replacements) {
        return database.write(dsl -> replacements.stream()
                .map(one -> Outcome.of(() -> update(dsl, one)))
                .toList());
    }

    @Override
    public List<Outcome<UuidRegistration>> restoreAll(List<UuidRegistration> registrations) {
        return database.write(dsl -> RESTORED.restore(dsl, registrations));
    }

    @Override
    public Optional<UuidRegistration> find(Uuid uuid) {
        return database.read(dsl -> find(dsl, List.of(uuid)).stream().findFirst());
    }

    @Override
    public Page<UuidRegistration, Uuid> list(PageRequest<Uuid> request) {
        List<UuidRegistration> found = database.read(dsl -> dsl.selectFrom(UUIDS)
                .where(request.after().map(UUIDS.UUID::gt).orElseGet(DSL::noCondition))
                .orderBy(UUIDS.UUID)
                .limit(request.limit() + 1)
                .fetch(UuidRows::registration));
        return Page.of(found, request.limit(), UuidRegistration::uuid);
    }

    private static List<Outcome<UuidRegistration>> insert(DSLContext dsl, List<UuidRegistration> registrations) {
        return Batches.insert(
                dsl,
                UUIDS,
                registrations,
                UuidRows::row,
                chunk -> {},
                (one, error) ->
                        new AlreadyExistsException(RESOURCE, "uuid", one.uuid().toString()));
    }

    private static void put(DSLContext dsl, List<Uuid> uuids, long times, Instant now) {
        dsl.insertInto(UUIDS)
                .set(uuids.stream()
                        .map(uuid -> UuidRows.row(new UuidRegistration(uuid, now, new Revision(now, times))))
                        .toList())
                .onDuplicateKeyUpdate()
                .set(UUIDS.REVISION, UUIDS.REVISION.plus(times))
                .set(
                        UUIDS.UPDATED_AT,
                        DSL.when(UUIDS.UPDATED_AT.lt(now), DSL.val(now, UUIDS.UPDATED_AT))
                                .otherwise(UUIDS.UPDATED_AT))
                .execute();
    }

    private static UuidRegistration update(DSLContext dsl, Replacement<UuidRegistration> replacement) {
        UuidRegistration next = replacement.next();
        int rows = dsl.update(UUIDS)
                .set(UuidRows.row(next))
                .where(isAt(next.uuid(), replacement.expected()))
                .execute();
        Batches.requireMet(rows, () -> !find(dsl, List.of(next.uuid())).isEmpty(), RESOURCE, next.uuid());
        return next;
    }

    private static Condition isAt(Uuid uuid, Revision expected) {
        return UUIDS.UUID
                .eq(uuid)
                .and(UUIDS.REVISION.eq(expected.count()))
                .and(UUIDS.CREATED_AT.eq(expected.createdAt()));
    }

    private static List<UuidRegistration> find(DSLContext dsl, List<Uuid> uuids) {
        return dsl.selectFrom(UUIDS).where(UUIDS.UUID.in(uuids)).fetch(UuidRows::registration);
    }
}
