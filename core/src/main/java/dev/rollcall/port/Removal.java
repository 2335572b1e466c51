package dev.rollcall.port;

/**
 * A conditional removal: take this away while it is at that revision, and only then.
 *
 * @param id the id of the thing
 * @param expected the revision that it must have
 * @param <K> the kind of id
 */
public record Removal<K>(K id, Revision expected) {}
