/** Answers of guests: participation, party size, comment, and the record of each answer. */
@NullMarked
package dev.rollcall.rsvp.answer;

import org.jspecify.annotations.NullMarked;
