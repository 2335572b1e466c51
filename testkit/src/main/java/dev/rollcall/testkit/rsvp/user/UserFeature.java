package dev.rollcall.testkit.rsvp.user;

/** What the HTTP API must show of users. */
public interface UserFeature extends UserApiContract {}
