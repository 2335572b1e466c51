package dev.rollcall.persistence.mysql.guid;

import static dev.rollcall.persistence.mysql.schema.Tables.GUIDS;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidRepository;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.engine.Dsl;
import dev.rollcall.persistence.mysql.schema.tables.records.GuidsRecord;
import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.persistence.mysql.table.VersionedTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** GUIDs on jOOQ. Thread-safe. */
public final class JooqGuidRepository implements GuidRepository {

    private static final String RESOURCE = "GUID";

    private static final VersionedTable<GuidRegistration, Guid, Guid, GuidsRecord> TABLE = new VersionedTable<>(
            RESOURCE,
            GUIDS.GUID,
            GUIDS.CREATED_AT,
            GUIDS.REVISION,
            Function.identity(),
            GuidRegistration::guid,
            GuidRows::row,
            GuidRows::registration);

    private final Database database;

    /**
     * The repository of a database.
     *
     * @param database the database; it stays open when this is no longer used
     */
    public JooqGuidRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<Outcome<GuidRegistration>> addAll(List<GuidRegistration> registrations, Instant now) {
        return database.write(dsl -> Batches.insert(
                dsl,
                GUIDS,
                registrations,
                GuidRows::row,
                chunk -> removeExpiredAmong(dsl, chunk, now),
                (one, error) ->
                        new AlreadyExistsException(RESOURCE, "guid", one.guid().toString())));
    }

    @Override
    public List<Outcome<GuidRegistration>> updateAll(List<Replacement<GuidRegistration>> replacements, Instant now) {
        return database.write(dsl -> replacements.stream()
                .map(one -> Outcome.of(() -> TABLE.update(dsl, one, isAlive(now))))
                .toList());
    }

    @Override
    public List<Outcome<Guid>> removeAll(List<Removal<Guid>> removals, Instant now) {
        return database.write(dsl -> removals.stream()
                .map(one -> Outcome.of(() -> TABLE.remove(dsl, one, isAlive(now))))
                .toList());
    }

    @Override
    public List<Outcome<GuidRegistration>> restoreAll(List<GuidRegistration> registrations, Instant now) {
        return database.write(dsl -> {
            Batches.chunks(registrations).forEach(chunk -> removeExpiredAmong(dsl, chunk, now));
            return TABLE.restore(dsl, registrations);
        });
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return database.write(
                dsl -> Dsl.engine(dsl).deleteFirst(dsl, GUIDS, GUIDS.EXPIRES_AT.le(now), GUIDS.EXPIRES_AT, limit));
    }

    @Override
    public Optional<GuidRegistration> find(Guid guid, Instant now) {
        return database.read(dsl -> TABLE.find(dsl, guid, isAlive(now)));
    }

    @Override
    public Page<GuidRegistration, Guid> list(PageRequest<Guid> request, Instant now) {
        return database.read(dsl -> TABLE.page(dsl, request, isAlive(now)));
    }

    @Override
    public Page<GuidRegistration, Guid> list(GuidUser user, PageRequest<Guid> request, Instant now) {
        return database.read(dsl -> TABLE.page(dsl, request, belongsTo(user).and(isAlive(now))));
    }

    private static void removeExpiredAmong(DSLContext dsl, List<GuidRegistration> registrations, Instant now) {
        dsl.deleteFrom(GUIDS)
                .where(GUIDS.GUID.in(
                        registrations.stream().map(GuidRegistration::guid).toList()))
                .and(GUIDS.EXPIRES_AT.le(now))
                .execute();
    }

    private static Condition isAlive(Instant now) {
        return GUIDS.EXPIRES_AT.gt(now);
    }

    /** The binary collation of MySQL and MariaDB still takes 'ann' for 'ann ', so the length is compared as well. */
    private static Condition belongsTo(GuidUser user) {
        String name = user.value();
        return GUIDS.USER_NAME.eq(name).and(DSL.charLength(GUIDS.USER_NAME).eq(name.codePointCount(0, name.length())));
    }
}
