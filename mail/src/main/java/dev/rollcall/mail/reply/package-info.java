/** Calendar replies (RFC 6047) as real clients send them. Internal. */
@NullMarked
package dev.rollcall.mail.reply;

import org.jspecify.annotations.NullMarked;
