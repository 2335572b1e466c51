package dev.rollcall.customer;

import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;

/**
 * A customer id that is known here.
 *
 * @param id the id
 * @param revision the revision, with the time of registration
 */
public record Customer(CustomerId id, Revision revision) implements Revisioned {}
