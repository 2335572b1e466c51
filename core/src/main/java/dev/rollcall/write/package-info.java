/** Writes that arrive together share one commit, and each caller still learns its own outcome. */
@NullMarked
package dev.rollcall.write;

import org.jspecify.annotations.NullMarked;
