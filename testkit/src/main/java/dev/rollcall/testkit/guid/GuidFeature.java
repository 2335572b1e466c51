package dev.rollcall.testkit.guid;

/** What the HTTP API must show of GUIDs with metadata. */
public interface GuidFeature extends GuidApiContract, GuidListApiContract {}
