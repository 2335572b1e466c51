/** The transactional outbox: messages that are stored with the change that causes them, and sent afterwards. */
@NullMarked
package dev.rollcall.rsvp.outbox;

import org.jspecify.annotations.NullMarked;
