/** Internal: GUIDs over HTTP. */
@NullMarked
package dev.rollcall.rest.guid;

import org.jspecify.annotations.NullMarked;
