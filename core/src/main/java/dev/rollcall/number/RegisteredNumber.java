package dev.rollcall.number;

import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;

/**
 * A number that is in the set.
 *
 * @param number the number
 * @param revision the revision, with the time of registration
 */
public record RegisteredNumber(ExactNumber number, Revision revision) implements Revisioned {}
