/** GUIDs with metadata on jOOQ. Internal. */
@NullMarked
package dev.rollcall.persistence.mysql.guid;

import org.jspecify.annotations.NullMarked;
