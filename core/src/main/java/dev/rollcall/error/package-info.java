/** Errors that callers meet: one sealed family, each with the data of what failed. */
@NullMarked
package dev.rollcall.error;

import org.jspecify.annotations.NullMarked;
