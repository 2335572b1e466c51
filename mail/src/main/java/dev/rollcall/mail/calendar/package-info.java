/** Calendars (RFC 5545) that go out with notifications. Internal. */
@NullMarked
package dev.rollcall.mail.calendar;

import org.jspecify.annotations.NullMarked;
