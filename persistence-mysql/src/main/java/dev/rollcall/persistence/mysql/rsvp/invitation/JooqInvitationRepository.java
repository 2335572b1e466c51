package dev.rollcall.persistence.mysql.rsvp.invitation;

import static dev.rollcall.persistence.mysql.schema.Tables.ANSWERS;
import static dev.rollcall.persistence.mysql.schema.Tables.INVITATIONS;

import dev.rollcall.error.RefusedException;
import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.schema.tables.records.InvitationsRecord;
import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.persistence.mysql.table.RestoredTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.answer.AnswerKey;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationRepository;
import dev.rollcall.rsvp.user.EmailAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Invitations and the history of their answers on jOOQ. Thread-safe. */
public final class JooqInvitationRepository implements InvitationRepository {

    private static final String RESOURCE = "invitation";

    /** A group of steps holds the locks of its events, and on SQLite that of all. */
    private static final int MAX_WEIGHT = 800;

    /** As many events as there are writes in a batch of the group writer. */
    private static final int MAX_STEPS = 128;

    private static final RestoredTable<Invitation, InvitationKey, InvitationsRecord> RESTORED = new RestoredTable<>(
            RESOURCE,
            INVITATIONS,
            InvitationRows::row,
            Invitation::key,
            InvitationRows::find,
            one -> InvitationRows.is(one.key()).and(InvitationRows.isAt(one.revision())),
            (dsl, one, error) -> RestoredTable.writtenMeanwhile(RESOURCE, one.key()));

    private final Database database;

    /**
     * The repository of a database.
     *
     * @param database the database; it stays open when this is no longer used
     */
    public JooqInvitationRepository(Database database) {
        this.database = database;
    }

    @Override
    public int maxWeight() {
        return MAX_WEIGHT;
    }

    @Override
    public int maxSteps() {
        return MAX_STEPS;
    }

    @Override
    public List<Outcome<Event>> writeAll(List<GuestListWrite> writes) {
        List<GuestListWrite> inOrder = writes.stream()
                .sorted(Comparator.comparing(JooqInvitationRepository::event))
                .toList();
        Map<EventId, Outcome<Event>> outcomes = new HashMap<>();
        List<Outcome<Event>> written = writeInOrder(inOrder);
        for (int i = 0; i < written.size(); i++) {
            outcomes.put(event(inOrder.get(i)), written.get(i));
        }
        return writes.stream()
                .map(write -> Objects.requireNonNull(outcomes.get(event(write))))
                .toList();
    }

    private List<Outcome<Event>> writeInOrder(List<GuestListWrite> writes) {
        try {
            return database.write(dsl -> new GuestListTransaction(dsl).writeAll(writes));
        } catch (RefusedException refused) {
            if (writes.size() == 1) {
                return List.of(Outcome.failure(refused));
            }
            // One of them was refused, and all were rolled back.
            return writes.stream()
                    .map(write -> Outcome.ofSeparate(
                            () -> writeInOrder(List.of(write)).getFirst().orThrow()))
                    .toList();
        }
    }

    private static EventId event(GuestListWrite write) {
        return write.event().next().id();
    }

    @Override
    public List<Outcome<Invitation>> updateAll(List<Replacement<Invitation>> replacements) {
        return database.write(dsl -> replacements.stream()
                .map(one -> Outcome.of(() -> update(dsl, one)))
                .toList());
    }

    @Override
    public List<Invitation> findAll(Set<InvitationKey> keys) {
        return keys.isEmpty() ? List.of() : database.read(dsl -> InvitationRows.find(dsl, keys));
    }

    @Override
    public Page<Invitation, InvitationId> list(EventId event, PageRequest<InvitationId> request) {
        return page(INVITATIONS.EVENT_ID.eq(event.value()), request);
    }

    @Override
    public Page<Invitation, InvitationId> list(
            EventId event, ParticipationStatus response, PageRequest<InvitationId> request) {
        return page(
                INVITATIONS
                        .EVENT_ID
                        .eq(event.value())
                        .and(INVITATIONS.WITHDRAWN_AT.isNull())
                        .and(INVITATIONS.RESPONSE.eq(response.name())),
                request);
    }

    @Override
    public List<Invitation> waiting(EventId event, int limit) {
        return database.read(dsl -> dsl.selectFrom(INVITATIONS)
                .where(INVITATIONS.EVENT_ID.eq(event.value()))
                .and(INVITATIONS.PLACE.isNotNull())
                .orderBy(INVITATIONS.PLACE)
                .limit(limit)
                .fetch(InvitationRows::invitation));
    }

    @Override
    public int countWaitingBefore(EventId event, long place) {
        return database.read(dsl -> dsl.fetchCount(
                INVITATIONS, INVITATIONS.EVENT_ID.eq(event.value()).and(INVITATIONS.PLACE.lt(place))));
    }

    @Override
    public Page<Invitation, InvitationKey> list(EmailAddress guest, PageRequest<InvitationKey> request) {
        return pageOfKeys(INVITATIONS.EMAIL_KEY.eq(guest.key()).and(INVITATIONS.WITHDRAWN_AT.isNull()), request);
    }

    @Override
    public Page<Invitation, InvitationKey> list(PageRequest<InvitationKey> request) {
        return pageOfKeys(DSL.noCondition(), request);
    }

    @Override
    public Page<AnswerRecord, Long> history(InvitationKey invitation, PageRequest<Long> request) {
        List<AnswerRecord> found = database.read(dsl -> dsl.selectFrom(ANSWERS)
                .where(AnswerRows.areOf(invitation))
                .and(request.after().map(ANSWERS.NUMBER::gt).orElseGet(DSL::noCondition))
                .orderBy(ANSWERS.NUMBER)
                .limit(request.limit() + 1)
                .fetch(AnswerRows::record));
        return Page.of(found, request.limit(), AnswerRecord::number);
    }

    @Override
    public boolean hasReply(InvitationKey invitation, String hash) {
        return database.read(
                dsl -> dsl.fetchExists(ANSWERS, AnswerRows.areOf(invitation).and(ANSWERS.REPLY_HASH.eq(hash))));
    }

    @Override
    public Page<AnswerRecord, AnswerKey> history(PageRequest<AnswerKey> request) {
        List<AnswerRecord> found = database.read(dsl -> dsl.selectFrom(ANSWERS)
                .where(request.after().map(AnswerRows::follow).orElseGet(DSL::noCondition))
                .orderBy(ANSWERS.EVENT_ID, ANSWERS.INVITATION_ID, ANSWERS.NUMBER)
                .limit(request.limit() + 1)
                .fetch(AnswerRows::record));
        return Page.of(found, request.limit(), AnswerRecord::key);
    }

    @Override
    public List<Outcome<Invitation>> restoreAll(List<Invitation> invitations) {
        return database.write(dsl -> RESTORED.restore(dsl, invitations));
    }

    @Override
    public List<Outcome<AnswerRecord>> restoreHistory(List<AnswerRecord> records) {
        return database.write(dsl -> new RestoredHistory(dsl).restore(records));
    }

    private Page<Invitation, InvitationId> page(Condition selected, PageRequest<InvitationId> request) {
        List<Invitation> found = database.read(dsl -> dsl.selectFrom(INVITATIONS)
                .where(selected)
                .and(request.after()
                        .map(InvitationId::value)
                        .map(INVITATIONS.INVITATION_ID::gt)
                        .orElseGet(DSL::noCondition))
                .orderBy(INVITATIONS.INVITATION_ID)
                .limit(request.limit() + 1)
                .fetch(InvitationRows::invitation));
        return Page.of(found, request.limit(), invitation -> invitation.key().id());
    }

    private Page<Invitation, InvitationKey> pageOfKeys(Condition selected, PageRequest<InvitationKey> request) {
        List<Invitation> found = database.read(dsl -> dsl.selectFrom(INVITATIONS)
                .where(selected)
                .and(request.after().map(JooqInvitationRepository::follows).orElseGet(DSL::noCondition))
                .orderBy(INVITATIONS.EVENT_ID, INVITATIONS.INVITATION_ID)
                .limit(request.limit() + 1)
                .fetch(InvitationRows::invitation));
        return Page.of(found, request.limit(), Invitation::key);
    }

    private static Invitation update(DSLContext dsl, Replacement<Invitation> replacement) {
        Invitation next = replacement.next();
        Condition is = InvitationRows.are(next.key().event(), List.of(next.key().id()));
        int rows = dsl.update(INVITATIONS)
                .set(InvitationRows.row(next))
                .where(is)
                .and(InvitationRows.isAt(replacement.expected()))
                .execute();
        Batches.requireMet(
                rows,
                () -> dsl.fetchExists(INVITATIONS, is),
                RESOURCE,
                next.key().id());
        return next;
    }

    /** Said so that an index range serves it, which MySQL does not do for a comparison of pairs. */
    private static Condition follows(InvitationKey key) {
        return INVITATIONS
                .EVENT_ID
                .ge(key.event().value())
                .and(INVITATIONS
                        .EVENT_ID
                        .gt(key.event().value())
                        .or(INVITATIONS.INVITATION_ID.gt(key.id().value())));
    }
}
