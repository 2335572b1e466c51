/** Internal: an invitation as its guest sees and answers it, as JSON and as a page. */
@NullMarked
package dev.rollcall.rest.rsvp.answer;

import org.jspecify.annotations.NullMarked;
