package dev.rollcall.testkit.api;

/** What the HTTP API must show of users and events. */
public interface RsvpFeature extends UserApiContract, EventTimeApiContract, EventListApiContract {}
