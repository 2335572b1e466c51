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
import dev.rollcall.persistence.mysql.table.RestoredTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** GUIDs on jOOQ. Thread-safe. */
public final class JooqGuidRepository implements GuidRepository {

    private static final String RESOURCE = "GUID";

    private static final RestoredTable<GuidRegistration, Guid, GuidsRecord> RESTORED = new RestoredTable<>(
            RESOURCE,
            GUIDS,
            GuidRows::row,
            GuidRegistration::guid,
            (dsl, guids) -> dsl.selectFrom(GUIDS).where(GUIDS.GUID.in(guids)).fetch(GuidRows::registration),
            one -> GUIDS.GUID.eq(one.guid()).and(isAt(one.revision())),
            (dsl, one, error) -> RestoredTable.writtenMeanwhile(RESOURCE, one.guid()));

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
                .map(one -> Outcome.of(() -> update(dsl, one, now)))
                .toList());
    }

    @Override
    public List<Outcome<Guid>> removeAll(List<Removal<Guid>> removals, Instant now) {
        return database.write(dsl -> removals.stream()
                .map(one -> Outcome.of(() -> remove(dsl, one, now)))
                .toList());
    }

    @Override
    public List<Outcome<GuidRegistration>> restoreAll(List<GuidRegistration> registrations, Instant now) {
        return database.write(dsl -> {
            Batches.chunks(registrations).forEach(chunk -> removeExpiredAmong(dsl, chunk, now));
            return RESTORED.restore(dsl, registrations);
        });
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return database.write(
                dsl -> Dsl.engine(dsl).deleteFirst(dsl, GUIDS, GUIDS.EXPIRES_AT.le(now), GUIDS.EXPIRES_AT, limit));
    }

    @Override
    public Optional<GuidRegistration> find(Guid guid, Instant now) {
        return database.read(
                dsl -> dsl.selectFrom(GUIDS).where(alive(guid, now)).fetchOptional(GuidRows::registration));
    }

    @Override
    public Page<GuidRegistration, Guid> list(PageRequest<Guid> request, Instant now) {
        return list(DSL.noCondition(), request, now);
    }

    @Override
    public Page<GuidRegistration, Guid> list(GuidUser user, PageRequest<Guid> request, Instant now) {
        return list(belongsTo(user), request, now);
    }

    private Page<GuidRegistration, Guid> list(Condition selected, PageRequest<Guid> request, Instant now) {
        List<GuidRegistration> found = database.read(dsl -> dsl.selectFrom(GUIDS)
                .where(selected)
                .and(GUIDS.EXPIRES_AT.gt(now))
                .and(request.after().map(GUIDS.GUID::gt).orElseGet(DSL::noCondition))
                .orderBy(GUIDS.GUID)
                .limit(request.limit() + 1)
                .fetch(GuidRows::registration));
        return Page.of(found, request.limit(), GuidRegistration::guid);
    }

    private static void removeExpiredAmong(DSLContext dsl, List<GuidRegistration> registrations, Instant now) {
        dsl.deleteFrom(GUIDS)
                .where(GUIDS.GUID.in(
                        registrations.stream().map(GuidRegistration::guid).toList()))
                .and(GUIDS.EXPIRES_AT.le(now))
                .execute();
    }

    private static GuidRegistration update(DSLContext dsl, Replacement<GuidRegistration> replacement, Instant now) {
        GuidRegistration next = replacement.next();
        int rows = dsl.update(GUIDS)
                .set(GuidRows.row(next))
                .where(alive(next.guid(), now))
                .and(isAt(replacement.expected()))
                .execute();
        Batches.requireMet(rows, () -> dsl.fetchExists(GUIDS, alive(next.guid(), now)), RESOURCE, next.guid());
        return next;
    }

    private static Guid remove(DSLContext dsl, Removal<Guid> removal, Instant now) {
        Guid guid = removal.id();
        int rows = dsl.deleteFrom(GUIDS)
                .where(alive(guid, now))
                .and(isAt(removal.expected()))
                .execute();
        Batches.requireMet(rows, () -> dsl.fetchExists(GUIDS, alive(guid, now)), RESOURCE, guid);
        return guid;
    }

    private static Condition alive(Guid guid, Instant now) {
        return GUIDS.GUID.eq(guid).and(GUIDS.EXPIRES_AT.gt(now));
    }

    private static Condition isAt(Revision expected) {
        return GUIDS.REVISION.eq(expected.count()).and(GUIDS.CREATED_AT.eq(expected.createdAt()));
    }

    /** The binary collation of MySQL and MariaDB still takes 'ann' for 'ann ', so the length is compared as well. */
    private static Condition belongsTo(GuidUser user) {
        String name = user.value();
        return GUIDS.USER_NAME.eq(name).and(DSL.charLength(GUIDS.USER_NAME).eq(name.codePointCount(0, name.length())));
    }
}
