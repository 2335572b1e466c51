/** Invitations and the guest list of an event: who has a seat, who waits for one, and how both change. */
@NullMarked
package dev.rollcall.rsvp.invitation;

import org.jspecify.annotations.NullMarked;
