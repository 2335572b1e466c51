package dev.rollcall.port;

/**
 * A conditional update: store this in place of that revision, and only of that one.
 *
 * @param next the new state, with its own new revision
 * @param expected the revision that it replaces
 * @param <T> the kind of thing
 */
public record Replacement<T extends Revisioned>(T next, Revision expected) {}
