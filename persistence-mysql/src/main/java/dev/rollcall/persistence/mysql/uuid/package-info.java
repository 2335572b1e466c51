/** The UUID registry on jOOQ. Internal. */
@NullMarked
package dev.rollcall.persistence.mysql.uuid;

import org.jspecify.annotations.NullMarked;
