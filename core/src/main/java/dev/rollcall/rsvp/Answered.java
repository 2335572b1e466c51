package dev.rollcall.rsvp;

import java.util.Optional;

/**
 * An answer that was taken.
 *
 * @param event the event after it
 * @param invitation the invitation after it
 * @param position which place in the wait-list the guest has, from 1, who joined it just now; else empty
 */
public record Answered(Event event, Invitation invitation, Optional<Integer> position) {}
