/** Events on jOOQ. Internal. */
@NullMarked
package dev.rollcall.persistence.mysql.rsvp.event;

import org.jspecify.annotations.NullMarked;
