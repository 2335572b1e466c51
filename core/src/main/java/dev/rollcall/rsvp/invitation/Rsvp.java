package dev.rollcall.rsvp.invitation;

import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.user.User;
import java.util.Optional;

/**
 * An invitation as its guest sees it.
 *
 * @param event the event
 * @param organizer the organizer of the event
 * @param invitation the invitation
 * @param position the guest's position in the wait-list, from 1; empty for a guest who does not wait
 */
public record Rsvp(Event event, User organizer, Invitation invitation, Optional<Integer> position) {}
