package dev.rollcall.rsvp.notification;

import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.Guest;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The contents of a mail to a guest or to the organizer, without its words.
 *
 * @param id the left part of the Message-ID; the same for each attempt to send it
 * @param kind the kind
 * @param event the event
 * @param organizer the organizer of the event, who is the recipient of a {@link NotificationKind#DIGEST}
 * @param invitation the recipient's invitation; empty for a digest
 * @param token opens the guest's answer page; empty where the guest may no longer answer
 * @param answered for a digest, the guests who have answered, in no order; otherwise empty
 * @param foreign for a digest, the replies from addresses that are not invited, in no order; otherwise empty
 * @param writtenAt when it was composed
 */
public record Notification(
        MessageId id,
        NotificationKind kind,
        Event event,
        User organizer,
        Optional<Invitation> invitation,
        Optional<LinkToken> token,
        List<Invitation> answered,
        List<ForeignReply> foreign,
        Instant writtenAt) {

    /** Copies the lists. */
    public Notification {
        answered = List.copyOf(answered);
        foreign = List.copyOf(foreign);
    }

    /**
     * A reply that does not count, because it is not from the guest's address.
     *
     * @param guest the guest whose invitation it replies to
     * @param address the address that it is from
     */
    public record ForeignReply(Guest guest, String address) {}

    /**
     * Returns the recipient's address.
     *
     * @return the address of the guest; for a digest, of the organizer
     */
    public EmailAddress recipient() {
        return invitation.map(Invitation::guest).map(Guest::email).orElse(organizer.email());
    }
}
