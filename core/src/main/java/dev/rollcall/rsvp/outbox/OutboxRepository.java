package dev.rollcall.rsvp.outbox;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import java.time.Instant;
import java.util.List;

/**
 * Where is kept what is owed. Thread-safe. Of a batch each item is written as a whole or not at all and has an outcome of its
 * own, in the order of the items. A method that throws has stored nothing, unless it says that the outcome is unknown. Every
 * method may throw {@link dev.rollcall.error.StoreUnavailableException} and {@link dev.rollcall.error.StoreFailureException}.
 */
public interface OutboxRepository {

    /**
     * Lists what is due, the longest due first. A message may be missing for a moment after it was written.
     *
     * @param now the moment; what is due then is listed
     * @param limit the most to list: 1 or more
     * @return the messages
     */
    List<OutboxMessage> due(Instant now, int limit);

    /**
     * Stores messages, each where there is none of its id; one that is there stays as it is.
     *
     * @param messages what to store, each id once
     */
    void owe(List<OutboxMessage> messages);

    /**
     * Replaces messages that are still at the revision expected; each other fails alone with {@link
     * PreconditionFailedException}, or {@link NotFoundException} of resource {@code message} where there is none.
     *
     * @param replacements what to store in place of what
     * @return what is stored now, item by item
     */
    List<Outcome<OutboxMessage>> updateAll(List<Replacement<OutboxMessage>> replacements);

    /**
     * Removes messages that are still at the revision expected; each other fails alone with {@link
     * PreconditionFailedException}, or {@link NotFoundException} of resource {@code message} where there is none.
     *
     * @param removals which ones
     * @return the ids that were removed, item by item
     */
    List<Outcome<MessageId>> removeAll(List<Removal<MessageId>> removals);

    /**
     * Stores messages exactly as they are in another store, revisions included, by the rule of {@link
     * dev.rollcall.port.Restoration}; each that breaks it fails alone with {@link dev.rollcall.error.ConflictException}. Meant for stores of
     * which nobody sends meanwhile.
     *
     * @param messages what to store, each id once
     * @return what is stored now, item by item
     */
    List<Outcome<OutboxMessage>> restoreAll(List<OutboxMessage> messages);

    /**
     * Lists all messages in an order that is stable but need not be that of the ids.
     *
     * @param request which part
     * @return the page
     */
    Page<OutboxMessage, MessageId> list(PageRequest<MessageId> request);
}
