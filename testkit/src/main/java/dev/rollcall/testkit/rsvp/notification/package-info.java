/** What the dispatch of notifications must show on every store, and what calendars must show over HTTP. */
@NullMarked
package dev.rollcall.testkit.rsvp.notification;

import org.jspecify.annotations.NullMarked;
