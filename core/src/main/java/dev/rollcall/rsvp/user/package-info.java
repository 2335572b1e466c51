/** Users: people who organize events, known by an id and an e-mail address. */
@NullMarked
package dev.rollcall.rsvp.user;

import org.jspecify.annotations.NullMarked;
