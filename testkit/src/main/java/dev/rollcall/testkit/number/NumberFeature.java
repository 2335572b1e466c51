package dev.rollcall.testkit.number;

/** What the HTTP API must show of numbers. */
public interface NumberFeature extends NumberApiContract {}
