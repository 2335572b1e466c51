/** What invitations, answers and guest lists must show on every store. */
@NullMarked
package dev.rollcall.testkit.rsvp.invitation;

import org.jspecify.annotations.NullMarked;
