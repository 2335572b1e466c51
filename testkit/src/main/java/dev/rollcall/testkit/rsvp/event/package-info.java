/** What events must show, on every store and over HTTP. */
@NullMarked
package dev.rollcall.testkit.rsvp.event;

import org.jspecify.annotations.NullMarked;
