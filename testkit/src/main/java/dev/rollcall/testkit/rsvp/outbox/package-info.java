/** What the transactional outbox must show on every store. */
@NullMarked
package dev.rollcall.testkit.rsvp.outbox;

import org.jspecify.annotations.NullMarked;
