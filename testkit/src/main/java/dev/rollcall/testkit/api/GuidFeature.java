package dev.rollcall.testkit.api;

/** What the HTTP API must show of GUIDs with metadata. */
public interface GuidFeature extends GuidApiContract, GuidListApiContract {}
