package dev.rollcall.testkit.rsvp.event;

/** What the HTTP API must show of events. */
public interface EventFeature extends EventTimeApiContract, EventDayApiContract, EventListApiContract {}
