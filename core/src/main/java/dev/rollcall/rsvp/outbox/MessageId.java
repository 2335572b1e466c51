package dev.rollcall.rsvp.outbox;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.InvitationId;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The id of a queued message: up to 128 of {@code A-Za-z0-9.-}, the left part of a mail's Message-ID (RFC 5322 section 3.6.4).
 *
 * @param value the text
 */
public record MessageId(String value) implements Comparable<MessageId> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.-]{1,128}");

    /** Checks the text. */
    public MessageId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidInputException("must have 1 to 128 of the characters A-Z a-z 0-9 . -");
        }
    }

    /**
     * The id of a message to all guests of an event. The same arguments give the same id.
     *
     * @param task the task of the message
     * @param event the event
     * @param number tells messages of one task apart, such as the event's revision
     * @return the id
     */
    public static MessageId of(OutboxTask task, Event event, long number) {
        return new MessageId(name(task) + "." + number + "." + uuid(event));
    }

    /**
     * The id of a message to one guest. The same arguments give the same id.
     *
     * @param task the task of the message
     * @param event the event
     * @param invitation the guest's invitation
     * @param number tells messages of one task apart, such as the invitation's revision
     * @return the id
     */
    public static MessageId of(OutboxTask task, Event event, InvitationId invitation, long number) {
        return new MessageId(name(task) + "." + number + "." + invitation.value() + "." + uuid(event));
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    /** The id's text. */
    @Override
    public String toString() {
        return value;
    }

    private static String name(OutboxTask task) {
        return task.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The event's uid without its domain; never the event's id, which another event may have later. */
    private static String uuid(Event event) {
        int at = event.uid().indexOf('@');
        return at < 0 ? event.uid() : event.uid().substring(0, at);
    }
}
