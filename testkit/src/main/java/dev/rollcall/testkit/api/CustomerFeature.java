package dev.rollcall.testkit.api;

/** What the HTTP API must show of customers. */
public interface CustomerFeature extends CustomerApiContract {}
