package dev.rollcall.rsvp.notification;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.outbox.OutboxRepository;
import dev.rollcall.write.GroupWriter;
import dev.rollcall.write.Repeat;
import dev.rollcall.write.WriteLane;
import java.util.Comparator;
import java.util.List;

/** Changes the outbox through the group writer. Thread-safe; every method blocks until the store has answered. */
final class OutboxWriter {

    private final WriteLane<OutboxMessage, OutboxMessage> additions;
    private final WriteLane<Replacement<OutboxMessage>, OutboxMessage> updates;
    private final WriteLane<Removal<MessageId>, MessageId> removals;

    OutboxWriter(OutboxRepository outbox, GroupWriter writer) {
        additions = writer.lane("outbox.enqueue", Comparator.comparing(OutboxMessage::id), Repeat.SAFE, messages -> {
            outbox.enqueue(messages);
            return messages.stream().map(Outcome::success).toList();
        });
        updates = writer.lane(
                "outbox.update",
                Comparator.comparing(replacement -> replacement.next().id()),
                Repeat.UNSAFE,
                outbox::updateAll);
        removals = writer.lane("outbox.remove", Comparator.comparing(Removal::id), Repeat.UNSAFE, outbox::removeAll);
    }

    /**
     * Adds messages to the outbox. A message whose id is stored already stays as it is.
     *
     * @throws dev.rollcall.error.RollcallException where one of them could not be stored; others may be
     */
    void enqueue(List<OutboxMessage> messages) {
        additions.writeAll(messages).forEach(Outcome::orThrow);
    }

    /** Replaces messages that are at the revision expected. */
    List<Outcome<OutboxMessage>> updateAll(List<Replacement<OutboxMessage>> replacements) {
        return updates.writeAll(replacements);
    }

    /** Replaces one message. */
    Outcome<OutboxMessage> update(Replacement<OutboxMessage> replacement) {
        return updates.writeAll(List.of(replacement)).getFirst();
    }

    /** Removes a message that is at the revision expected. */
    Outcome<MessageId> remove(Removal<MessageId> removal) {
        return removals.writeAll(List.of(removal)).getFirst();
    }
}
