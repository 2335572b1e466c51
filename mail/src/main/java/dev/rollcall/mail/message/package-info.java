/** Notifications as MIME messages, in text and HTML. Internal. */
@NullMarked
package dev.rollcall.mail.message;

import org.jspecify.annotations.NullMarked;
