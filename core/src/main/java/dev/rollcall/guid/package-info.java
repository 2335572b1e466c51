/** GUIDs with metadata: each has a user and an expiry, and is gone once that has passed. */
@NullMarked
package dev.rollcall.guid;

import org.jspecify.annotations.NullMarked;
