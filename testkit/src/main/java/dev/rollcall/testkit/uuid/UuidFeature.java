package dev.rollcall.testkit.uuid;

/** What the HTTP API must show of the UUID registry. */
public interface UuidFeature extends UuidApiContract {}
