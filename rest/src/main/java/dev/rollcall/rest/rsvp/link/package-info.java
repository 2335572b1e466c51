/** Internal: the tokens of secret links in paths. */
@NullMarked
package dev.rollcall.rest.rsvp.link;

import org.jspecify.annotations.NullMarked;
