/** Secret links: tokens that open an invitation, an event or a calendar without a login. */
@NullMarked
package dev.rollcall.rsvp.link;

import org.jspecify.annotations.NullMarked;
