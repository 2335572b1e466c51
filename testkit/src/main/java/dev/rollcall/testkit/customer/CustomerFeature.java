package dev.rollcall.testkit.customer;

/** What the HTTP API must show of customers. */
public interface CustomerFeature extends CustomerApiContract {}
