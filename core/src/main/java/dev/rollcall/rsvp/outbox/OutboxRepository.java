package dev.rollcall.rsvp.outbox;

import dev.rollcall.port.Lists;
import dev.rollcall.port.Removes;
import dev.rollcall.port.Restores;
import dev.rollcall.port.Updates;
import java.time.Instant;
import java.util.List;

/**
 * The transactional outbox: the port of messages that are still to be sent. Thread-safe; see {@link dev.rollcall.port} for what
 * holds of every port. Restoring is only for stores whose messages nobody sends at the same time.
 */
public interface OutboxRepository
        extends Updates<OutboxMessage>, Removes<MessageId>, Restores<OutboxMessage>, Lists<OutboxMessage, MessageId> {

    /**
     * Lists what is due, the longest due first. A message may be missing for a moment after it was written.
     *
     * @param now the moment; what is due then is listed
     * @param limit the most to list: 1 or more
     * @return the messages
     */
    List<OutboxMessage> due(Instant now, int limit);

    /**
     * Adds messages to the outbox. A message whose id is stored already stays as it is.
     *
     * @param messages the messages; each id once
     */
    void enqueue(List<OutboxMessage> messages);
}
