/** Users on jOOQ. Internal. */
@NullMarked
package dev.rollcall.persistence.mysql.rsvp.user;

import org.jspecify.annotations.NullMarked;
