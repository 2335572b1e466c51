package dev.rollcall.number;

import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;

/**
 * A number that is in the set.
 *
 * @param number the number
 * @param revision which state this is, with the moment since which it is there
 */
public record RegisteredNumber(ExactNumber number, Revision revision) implements Revisioned {}
