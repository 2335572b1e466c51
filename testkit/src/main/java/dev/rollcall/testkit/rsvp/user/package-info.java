/** What users must show, on every store and over HTTP. */
@NullMarked
package dev.rollcall.testkit.rsvp.user;

import org.jspecify.annotations.NullMarked;
