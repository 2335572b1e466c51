/** Sending of queued notifications: leases, retries, composition, and the senders that a mail module provides. */
@NullMarked
package dev.rollcall.rsvp.notification;

import org.jspecify.annotations.NullMarked;
