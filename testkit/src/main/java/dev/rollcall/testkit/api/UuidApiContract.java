package dev.rollcall.testkit.api;

/** What the UUID registry must show over HTTP. */
public interface UuidApiContract extends ApiUnderTest {}
