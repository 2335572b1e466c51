/** Internal: users over HTTP. */
@NullMarked
package dev.rollcall.rest.rsvp.user;

import org.jspecify.annotations.NullMarked;
