package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.FindsAll;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.answer.AnswerKey;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.ReplyMark;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.user.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The store of invitations and their answers. Thread-safe; reads that don't say otherwise see every write that was
 * acknowledged before them. A method that throws has stored nothing, unless it says that the outcome is unknown. Every method
 * may throw {@link dev.rollcall.error.StoreUnavailableException} and {@link dev.rollcall.error.StoreFailureException}.
 */
public interface InvitationRepository extends FindsAll<InvitationKey, Invitation> {

    /**
     * The size of the largest step, and of the largest group of steps, that {@link #writeAll} takes.
     *
     * @return the greatest {@linkplain GuestListWrite#weight weight}: always the same, from 100 to 1,000
     */
    int maxWeight();

    /**
     * How many steps share a commit.
     *
     * @return the maximum number of steps that {@link #writeAll} writes in one transaction: always the same; 1 where each step
     *     has a transaction of its own
     */
    int maxSteps();

    /**
     * Writes steps of different events. Of each it writes everything, or nothing. A step that is refused changes nothing of the
     * others: it fails alone with {@link PreconditionFailedException} where its event or one of its invitations is not at the
     * revision expected any more, or one that was to be new is there; with {@link NotFoundException} where its event is gone,
     * or, of resource {@code user}, the event's new organizer does not exist.
     *
     * @param writes the steps, of a weight of at most {@link #maxWeight} together; each event once
     * @return the event as it is stored now, step by step
     */
    List<Outcome<Event>> writeAll(List<GuestListWrite> writes);

    /**
     * Writes everything of one step, or nothing.
     *
     * @param write the step, of a weight of at most {@link #maxWeight}
     * @return the event as it is stored now
     * @throws PreconditionFailedException where the event or an invitation is not at the revision expected any more, or one
     *     that was to be new is there
     * @throws NotFoundException where the event is gone, or, of resource {@code user}, its new organizer does not exist
     */
    default Event write(GuestListWrite write) {
        return writeAll(List.of(write)).getFirst().orThrow();
    }

    /**
     * Replaces invitations whose answers stay as they are, and which are still at the revision expected; each other fails
     * alone with {@link PreconditionFailedException}, or {@link NotFoundException} of resource {@code invitation}.
     *
     * @param replacements the new states, each with the revision that it replaces; neither answer, standing nor place may
     *     differ
     * @return what is stored now, item by item
     */
    List<Outcome<Invitation>> updateAll(List<Replacement<Invitation>> replacements);

    /**
     * Looks invitations up, the withdrawn ones among them.
     *
     * @param keys the keys of the invitations; at most 1,000, and possibly none
     * @return those that are there, in no order
     */
    @Override
    List<Invitation> findAll(Set<InvitationKey> keys);

    /**
     * Looks invitations to one event up, the withdrawn ones among them.
     *
     * @param event the id of the event
     * @param ids the invitation ids to look for; at most 1,000
     * @return those that are there, in no order
     */
    default List<Invitation> findAll(EventId event, Set<InvitationId> ids) {
        return findAll(ids.stream().map(id -> new InvitationKey(event, id)).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Lists the invitations to an event in the order of their ids, the withdrawn ones among them. One that is there
     * throughout is listed exactly once, even while others write.
     *
     * @param event the id of the event
     * @param request the page: the position after which it begins, and the largest number of items
     * @return the page
     */
    Page<Invitation, InvitationId> list(EventId event, PageRequest<InvitationId> request);

    /**
     * Lists those invitations to an event that stand and have a certain response, in the order of their ids.
     *
     * @param event the id of the event
     * @param response the participation status
     * @param request the page: the position after which it begins, and the largest number of items
     * @return the page
     */
    Page<Invitation, InvitationId> list(EventId event, ParticipationStatus response, PageRequest<InvitationId> request);

    /**
     * Lists who waits for a seat, in the order of their places.
     *
     * @param event for which event
     * @param limit the most to list: 1 to 1,000
     * @return the head of the wait-list
     */
    List<Invitation> waiting(EventId event, int limit);

    /**
     * Counts the guests who wait before a place.
     *
     * @param event for which event
     * @param place the place
     * @return how many have a smaller one
     */
    int countWaitingBefore(EventId event, long place);

    /**
     * Lists the invitations to an address that stand, in the order of their keys. One may be missing for a moment after it was
     * written.
     *
     * @param guest the guest's address, in any form
     * @param request the page: the position after which it begins, and the largest number of items
     * @return the page
     */
    Page<Invitation, InvitationKey> list(EmailAddress guest, PageRequest<InvitationKey> request);

    /**
     * Lists all invitations in an order that is stable.
     *
     * @param request the page: the position after which it begins, and the largest number of items
     * @return the page
     */
    Page<Invitation, InvitationKey> list(PageRequest<InvitationKey> request);

    /**
     * Lists what became of an answer, the oldest first.
     *
     * @param invitation the invitation's key
     * @param request the page, by {@link AnswerRecord#number}
     * @return the page
     */
    Page<AnswerRecord, Long> history(InvitationKey invitation, PageRequest<Long> request);

    /**
     * Tells whether the history of an answer has a calendar reply.
     *
     * @param invitation the invitation's key
     * @param hash the reply's {@link ReplyMark#hash}
     * @return true where a record has it
     */
    boolean hasReply(InvitationKey invitation, String hash);

    /**
     * Lists the histories of all answers in an order that is stable.
     *
     * @param request the page: the position after which it begins, and the largest number of items
     * @return the page
     */
    Page<AnswerRecord, AnswerKey> history(PageRequest<AnswerKey> request);

    /**
     * Stores invitations exactly as they are in another store, revisions and places in wait-lists included, by the rule of
     * {@link dev.rollcall.port.Restoration}; each that breaks it fails alone with {@link dev.rollcall.error.ConflictException}.
     * The counts of their events are left as they are: they come with the events. Each is written as a whole or not at all, and
     * may be given again. Only for a store to which nobody else writes at the same time.
     *
     * @param invitations the invitations to store, each key once
     * @return what is stored now, item by item
     */
    List<Outcome<Invitation>> restoreAll(List<Invitation> invitations);

    /**
     * Stores records of histories as they are in another store. One that is here just as it is given stays; each of whose key
     * another is here fails alone with {@link dev.rollcall.error.ConflictException}. Meant for a store to which nobody else
     * writes meanwhile.
     *
     * @param records the answer records to store, each key once
     * @return what is stored now, item by item
     */
    List<Outcome<AnswerRecord>> restoreHistory(List<AnswerRecord> records);

    /**
     * Looks an invitation up.
     *
     * @param key the invitation's key: its event and its id
     * @return the invitation, which may be withdrawn; empty where there is none
     */
    @Override
    default Optional<Invitation> find(InvitationKey key) {
        return findAll(Set.of(key)).stream().findFirst();
    }
}
