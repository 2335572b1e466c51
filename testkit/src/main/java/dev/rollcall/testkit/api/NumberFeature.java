package dev.rollcall.testkit.api;

/** What the HTTP API must show of numbers. */
public interface NumberFeature extends NumberApiContract {}
