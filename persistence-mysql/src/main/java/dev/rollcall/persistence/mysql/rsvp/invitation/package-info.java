/** Invitations, answers and the transaction of a guest list on jOOQ. Internal. */
@NullMarked
package dev.rollcall.persistence.mysql.rsvp.invitation;

import org.jspecify.annotations.NullMarked;
