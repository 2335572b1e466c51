/** What the secret links must show, on every store and over HTTP. */
@NullMarked
package dev.rollcall.testkit.rsvp.link;

import org.jspecify.annotations.NullMarked;
