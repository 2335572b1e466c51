/** The UUID registry: UUIDs that were made or made known here, and when each was last touched. */
@NullMarked
package dev.rollcall.uuid;

import org.jspecify.annotations.NullMarked;
