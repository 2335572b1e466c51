/** Things that are gone from a moment on, and what removes them from the store. */
@NullMarked
package dev.rollcall.expiry;

import org.jspecify.annotations.NullMarked;
