/** Internal: invitations over HTTP, the organizer’s page with the guest list, and calendars. */
@NullMarked
package dev.rollcall.rest.rsvp.invitation;

import org.jspecify.annotations.NullMarked;
