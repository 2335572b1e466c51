/** The transactional outbox on jOOQ. Internal. */
@NullMarked
package dev.rollcall.persistence.mysql.rsvp.outbox;

import org.jspecify.annotations.NullMarked;
