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
 * A mail before it has words.
 *
 * @param id its Message-ID's left part; the same notification sent again has the same
 * @param kind what it says; never {@link NotificationKind#PROMOTION}
 * @param event about which event
 * @param organizer who organizes it, and gets a {@link NotificationKind#DIGEST}
 * @param invitation to which guest; empty for a digest
 * @param token opens the guest's answer page; present where the guest may still answer
 * @param answered for a digest those who have answered, in no order; else empty
 * @param foreign for a digest the replies from addresses that are not invited, in no order; else empty
 * @param writtenAt when
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
     * A reply that does not count, because it is from another address than the guest's.
     *
     * @param guest to whose invitation
     * @param address from which address
     */
    public record ForeignReply(Guest guest, String address) {}

    /**
     * Where it goes.
     *
     * @return the guest's address, or the organizer's
     */
    public EmailAddress recipient() {
        return invitation.map(Invitation::guest).map(Guest::email).orElse(organizer.email());
    }
}
