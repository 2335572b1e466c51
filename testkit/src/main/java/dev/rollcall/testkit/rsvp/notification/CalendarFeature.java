package dev.rollcall.testkit.rsvp.notification;

/** What the HTTP API must show of calendars. */
public interface CalendarFeature extends CalendarApiContract {}
