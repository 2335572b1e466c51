/** Secret links on jOOQ. Internal. */
@NullMarked
package dev.rollcall.persistence.mysql.rsvp.link;

import org.jspecify.annotations.NullMarked;
