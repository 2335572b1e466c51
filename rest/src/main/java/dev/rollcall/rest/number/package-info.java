/** Internal: numbers over HTTP. */
@NullMarked
package dev.rollcall.rest.number;

import org.jspecify.annotations.NullMarked;
