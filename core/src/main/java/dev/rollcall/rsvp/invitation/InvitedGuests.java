package dev.rollcall.rsvp.invitation;

import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.user.EmailAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The invitations to an event of some addresses, the withdrawn ones among them. An invitation is an address's where its guest
 * has that address, with any id: ids of invitations that are older than IDNA 2008 were made of the former key of the address.
 * Not thread-safe.
 */
final class InvitedGuests {

    private final EventId event;
    private final Map<InvitationId, Invitation> present = new HashMap<>();

    private InvitedGuests(EventId event) {
        this.event = event;
    }

    /** Looks the invitations of addresses up. */
    static InvitedGuests of(InvitationRepository invitations, EventId event, Collection<EmailAddress> guests) {
        InvitedGuests invited = new InvitedGuests(event);
        Set<InvitationId> ids = new HashSet<>();
        for (EmailAddress guest : guests) {
            ids.add(InvitationId.of(event, guest));
            ids.add(InvitationId.former(event, guest));
        }
        invited.read(invitations, ids);
        invited.read(
                invitations,
                guests.stream()
                        .filter(guest -> invited.isTaken(InvitationId.of(event, guest), guest))
                        .map(guest -> InvitationId.spare(event, guest))
                        .collect(Collectors.toSet()));
        return invited;
    }

    /** The invitation of an address; empty where it has none. */
    Optional<Invitation> find(EmailAddress guest) {
        for (InvitationId id : new InvitationId[] {
            InvitationId.of(event, guest), InvitationId.former(event, guest), InvitationId.spare(event, guest)
        }) {
            Invitation found = present.get(id);
            if (found != null && isOf(guest, found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The id for a new invitation of an address. */
    InvitationId idFor(EmailAddress guest) {
        InvitationId id = InvitationId.of(event, guest);
        return isTaken(id, guest) ? InvitationId.spare(event, guest) : id;
    }

    /** Remembers what an address has got. */
    void put(Invitation invitation) {
        present.put(invitation.key().id(), invitation);
    }

    private void read(InvitationRepository invitations, Set<InvitationId> ids) {
        if (!ids.isEmpty()) {
            invitations.findAll(event, ids).forEach(this::put);
        }
    }

    private boolean isTaken(InvitationId id, EmailAddress guest) {
        Invitation there = present.get(id);
        return there != null && !isOf(guest, there);
    }

    private static boolean isOf(EmailAddress guest, Invitation invitation) {
        return invitation.guest().email().key().equals(guest.key());
    }
}
