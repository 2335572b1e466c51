package dev.rollcall.rsvp.invitation;

import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import java.util.List;

/**
 * Everything that one step changes about an event and its guests: stored as a whole or not at all.
 *
 * @param event the event's next state, with the counts that go with the invitations
 * @param added invitations that are new
 * @param changed invitations that change
 * @param history the changes of answers
 * @param messages the messages that the step queues; one that is queued already stays as it is
 */
public record GuestListWrite(
        Replacement<Event> event,
        List<Invitation> added,
        List<Replacement<Invitation>> changed,
        List<AnswerRecord> history,
        List<OutboxMessage> messages) {

    /** Copies the lists. */
    public GuestListWrite {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        history = List.copyOf(history);
        messages = List.copyOf(messages);
    }

    /**
     * Returns the size of the write in items: two for the event and its organizer, one for each new invitation, record and
     * message, and three for a changed invitation, which may leave one place of the wait-list and take another.
     *
     * @return the weight; at most {@link InvitationRepository#maxWeight} can be written
     */
    public int weight() {
        return weight(added.size(), changed.size(), history.size(), messages.size());
    }

    static int weight(int added, int changed, int history, int messages) {
        return 2 + added + 3 * changed + history + messages;
    }

    /**
     * Whether it changes the event, and nothing else.
     *
     * @return true where there are no invitations, records and messages in it
     */
    public boolean isOfEventAlone() {
        return added.isEmpty() && changed.isEmpty() && history.isEmpty() && messages.isEmpty();
    }
}
