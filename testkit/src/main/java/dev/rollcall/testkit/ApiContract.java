package dev.rollcall.testkit;

/**
 * What the HTTP API must show over any transport and any store. A transport's test implements this and gives its {@link
 * #client()}; every answer is held against openapi.yaml on the way.
 */
public interface ApiContract extends ApiFeatures {}
