package dev.rollcall.persistence.mysql.uuid;

import static dev.rollcall.persistence.mysql.schema.Tables.UUIDS;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.schema.tables.records.UuidsRecord;
import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.persistence.mysql.table.VersionedTable;
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
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** UUIDs on jOOQ. Thread-safe. */
public final class JooqUuidRepository implements UuidRepository {

    private static final String RESOURCE = "UUID";

    private static final VersionedTable<UuidRegistration, Uuid, Uuid, UuidsRecord> TABLE = new VersionedTable<>(
            RESOURCE,
            UUIDS.UUID,
            UUIDS.CREATED_AT,
            UUIDS.REVISION,
            Function.identity(),
            UuidRegistration::uuid,
            UuidRows::row,
            UuidRows::registration);

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
                uuids,
                (some, times) -> put(dsl, some, times, now),
                some -> TABLE.findAll(dsl, some),
                UuidRegistration::uuid));
    }

    @Override
    public List<Outcome<UuidRegistration>> updateAll(List<Replacement<UuidRegistration>> replacements) {
        return database.write(dsl -> replacements.stream()
                .map(one -> Outcome.of(() -> TABLE.update(dsl, one)))
                .toList());
    }

    @Override
    public List<Outcome<UuidRegistration>> restoreAll(List<UuidRegistration> registrations) {
        return database.write(dsl -> TABLE.restore(dsl, registrations));
    }

    @Override
    public Optional<UuidRegistration> find(Uuid uuid) {
        return database.read(dsl -> TABLE.find(dsl, uuid));
    }

    @Override
    public Page<UuidRegistration, Uuid> list(PageRequest<Uuid> request) {
        return database.read(dsl -> TABLE.page(dsl, request));
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
}
