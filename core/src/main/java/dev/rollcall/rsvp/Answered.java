package dev.rollcall.rsvp;

/**
 * An answer that was taken.
 *
 * @param event the event after it
 * @param invitation the invitation after it
 */
public record Answered(Event event, Invitation invitation) {}
