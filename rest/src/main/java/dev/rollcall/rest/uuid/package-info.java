/** Internal: UUIDs over HTTP. */
@NullMarked
package dev.rollcall.rest.uuid;

import org.jspecify.annotations.NullMarked;
