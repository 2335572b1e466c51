package dev.rollcall.rsvp;

import java.util.Optional;

/**
 * An event as it stands in somebody's calendar.
 *
 * @param event the event
 * @param organizer who organizes it
 * @param invitation the invitation of whose calendar it is; empty in the organizer's own or a public one
 */
public record CalendarEntry(Event event, User organizer, Optional<Invitation> invitation) {}
