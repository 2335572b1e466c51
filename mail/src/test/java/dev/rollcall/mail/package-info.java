/** What mails and calendars must be to those who read them. */
@NullMarked
package dev.rollcall.mail;

import org.jspecify.annotations.NullMarked;
