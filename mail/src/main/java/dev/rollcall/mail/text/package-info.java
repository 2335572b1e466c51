/** Texts for mails and calendars: words in a language, times, names and addresses, made safe. Internal. */
@NullMarked
package dev.rollcall.mail.text;

import org.jspecify.annotations.NullMarked;
