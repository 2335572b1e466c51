/** Events, their times and zones, and the keys of the invitations to them. */
@NullMarked
package dev.rollcall.rsvp.event;

import org.jspecify.annotations.NullMarked;
