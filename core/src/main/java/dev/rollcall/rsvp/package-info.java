/** Users and the events they organize. */
@NullMarked
package dev.rollcall.rsvp;

import org.jspecify.annotations.NullMarked;
