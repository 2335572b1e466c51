/** What the HTTP API must show of users, events, and the guests who are invited to them. */
@NullMarked
package dev.rollcall.testkit.rsvp;

import org.jspecify.annotations.NullMarked;
