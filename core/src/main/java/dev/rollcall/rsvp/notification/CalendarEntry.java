package dev.rollcall.rsvp.notification;

import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.user.User;
import java.util.Optional;

/**
 * An event for a guest's calendar.
 *
 * @param event the event
 * @param organizer the organizer of the event
 * @param invitation the invitation of whose calendar it is; empty in the organizer's own or a public one
 */
public record CalendarEntry(Event event, User organizer, Optional<Invitation> invitation) {}
