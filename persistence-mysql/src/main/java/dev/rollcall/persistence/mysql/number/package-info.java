/** Numbers on jOOQ. Internal. */
@NullMarked
package dev.rollcall.persistence.mysql.number;

import org.jspecify.annotations.NullMarked;
