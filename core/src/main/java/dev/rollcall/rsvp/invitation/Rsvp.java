package dev.rollcall.rsvp.invitation;

import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.user.User;
import java.util.Optional;

/**
 * An invitation as its guest sees it.
 *
 * @param event the event
 * @param organizer who organizes it
 * @param invitation the invitation
 * @param position which place in the wait-list the guest has, from 1; empty for those who don't wait
 */
public record Rsvp(Event event, User organizer, Invitation invitation, Optional<Integer> position) {}
