/**
 * The domain of Rollcall: identifiers and invitations, free of any transport and any store. {@link dev.rollcall.Rollcall}
 * is where an embedding program starts; each feature has a package of its own, with its values, its service and the
 * port that a store implements.
 */
@NullMarked
package dev.rollcall;

import org.jspecify.annotations.NullMarked;
