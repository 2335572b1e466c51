/** Internal: events over HTTP, and how pages describe an event. */
@NullMarked
package dev.rollcall.rest.rsvp.event;

import org.jspecify.annotations.NullMarked;
