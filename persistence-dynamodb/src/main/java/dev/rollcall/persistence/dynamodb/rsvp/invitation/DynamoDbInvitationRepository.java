package dev.rollcall.persistence.dynamodb.rsvp.invitation;

import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.table.DynamoDb;
import dev.rollcall.persistence.dynamodb.table.ItemList;
import dev.rollcall.persistence.dynamodb.table.ItemQuery;
import dev.rollcall.persistence.dynamodb.table.ItemRestoration;
import dev.rollcall.persistence.dynamodb.table.ItemTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Restoration;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The invitations to an event are one partition, and so are those of them that wait, in a table of their own: so the head of
 * a wait-list is read without looking at anybody else. Who waits is written in one transaction with the invitations.
 */
public final class DynamoDbInvitationRepository implements InvitationRepository {

    private static final String RESOURCE = "invitation";
    private static final String BY_GUEST = "by_guest";

    /** As many items as DynamoDB writes in one transaction. */
    private static final int MAX_WEIGHT = 100;

    private final GuestListTables tables;
    private final ItemTable invitations;
    private final ItemList<Invitation, InvitationId> ofEvent;
    private final ItemList<Invitation, InvitationKey> everywhere;
    private final ItemList<AnswerRecord, Long> records;
    private final ItemList<AnswerRecord, AnswerKey> allRecords;

    /**
     * The invitations of one store.
     *
     * @param dynamoDb sends the requests
     * @param random makes tokens; strong and thread-safe
     */
    public DynamoDbInvitationRepository(DynamoDb dynamoDb, RandomGenerator random) {
        tables = new GuestListTables(dynamoDb, random);
        invitations = tables.invitations();
        ofEvent = new ItemList<>(
                invitations,
                InvitationItems::invitations,
                invitation -> invitation.key().id());
        everywhere = new ItemList<>(invitations, InvitationItems::invitations, Invitation::key);
        records = new ItemList<>(tables.answers(), AnswerItems::answers, AnswerRecord::number);
        allRecords = new ItemList<>(tables.answers(), AnswerItems::answers, AnswerRecord::key);
    }

    @Override
    public int maxWeight() {
        return MAX_WEIGHT;
    }

    /** A condition that does not hold would cancel the transaction for all steps in it. */
    @Override
    public int maxSteps() {
        return 1;
    }

    @Override
    public List<Outcome<Event>> writeAll(List<GuestListWrite> writes) {
        return invitations.dynamoDb().each(writes, write -> write.event().next().id(), this::write);
    }

    @Override
    public Event write(GuestListWrite write) {
        return new GuestListTransaction(tables, write).run();
    }

    @Override
    public List<Outcome<Invitation>> updateAll(List<Replacement<Invitation>> replacements) {
        return invitations.dynamoDb().each(replacements, one -> one.next().key(), this::update);
    }

    @Override
    public List<Invitation> findAll(Set<InvitationKey> keys) {
        return InvitationItems.invitations(
                invitations.findAll(keys.stream().map(InvitationItems::key).toList()));
    }

    @Override
    public Page<Invitation, InvitationId> list(EventId event, PageRequest<InvitationId> request) {
        return ofEvent.query(request, ofEvent(event, request));
    }

    @Override
    public Page<Invitation, InvitationId> list(
            EventId event, ParticipationStatus response, PageRequest<InvitationId> request) {
        return ofEvent.queryFiltered(
                request, ofEvent(event, request), InvitationItems.standsWith(response), InvitationItems::id);
    }

    /** One who leaves the wait-list between the two requests is left out. */
    @Override
    public List<Invitation> waiting(EventId event, int limit) {
        List<Item> places = ItemQuery.ofTable(tables.waitlist(), InvitationItems.isTo(event))
                .head(limit);
        Map<InvitationKey, Invitation> holders = InvitationItems.invitations(invitations.findAll(places)).stream()
                .collect(Collectors.toMap(Invitation::key, Function.identity()));
        return places.stream()
                .flatMap(place -> Optional.ofNullable(holders.get(WaitItems.key(place)))
                        .filter(holder -> holder.place().equals(Optional.of(WaitItems.place(place))))
                        .stream())
                .toList();
    }

    @Override
    public int countWaitingBefore(EventId event, long place) {
        return ItemQuery.ofTable(tables.waitlist(), InvitationItems.isTo(event).and(WaitItems.comesBefore(place)))
                .count();
    }

    @Override
    public Page<Invitation, InvitationKey> list(EmailAddress guest, PageRequest<InvitationKey> request) {
        Expression ofGuest = InvitationItems.belongsTo(guest);
        Expression keys =
                request.after().map(InvitationItems::follows).map(ofGuest::and).orElse(ofGuest);
        return everywhere.query(request, ItemQuery.ofIndex(invitations, BY_GUEST, keys));
    }

    @Override
    public Page<Invitation, InvitationKey> list(PageRequest<InvitationKey> request) {
        return everywhere.scanAfter(request, key -> InvitationItems.key(key).attributes());
    }

    @Override
    public Page<AnswerRecord, Long> history(InvitationKey invitation, PageRequest<Long> request) {
        Expression ofInvitation = AnswerItems.areTo(invitation);
        Expression keys =
                request.after().map(AnswerItems::follows).map(ofInvitation::and).orElse(ofInvitation);
        return records.query(request, ItemQuery.ofTable(tables.answers(), keys));
    }

    @Override
    public boolean hasReply(InvitationKey invitation, String hash) {
        return ItemQuery.ofTable(tables.answers(), AnswerItems.areTo(invitation))
                .has(AnswerItems.isReply(hash));
    }

    @Override
    public Page<AnswerRecord, AnswerKey> history(PageRequest<AnswerKey> request) {
        return allRecords.scanAfter(request, key -> AnswerItems.key(key).attributes());
    }

    @Override
    public List<Outcome<Invitation>> restoreAll(List<Invitation> given) {
        return new InvitationRestoration(tables).all(given);
    }

    @Override
    public List<Outcome<AnswerRecord>> restoreHistory(List<AnswerRecord> given) {
        return new ItemRestoration<>(
                        tables.answers(),
                        "answer",
                        AnswerRecord::key,
                        AnswerItems::item,
                        AnswerItems::answers,
                        Restoration::isNew)
                .all(given);
    }

    private Invitation update(Replacement<Invitation> replacement) {
        Invitation next = replacement.next();
        return invitations
                .put(InvitationItems.item(next), Expression.isAt(replacement.expected()))
                .orRefuse(RESOURCE, next.key().id(), next);
    }

    private ItemQuery ofEvent(EventId event, PageRequest<InvitationId> request) {
        Expression toEvent = InvitationItems.isTo(event);
        return ItemQuery.ofTable(
                invitations,
                request.after().map(InvitationItems::follows).map(toEvent::and).orElse(toEvent));
    }
}
