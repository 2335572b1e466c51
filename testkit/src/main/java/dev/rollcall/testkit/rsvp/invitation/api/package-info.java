/** What invitations, answers and guest lists must show over HTTP. */
@NullMarked
package dev.rollcall.testkit.rsvp.invitation.api;

import org.jspecify.annotations.NullMarked;
