/** Letters as mails, by SMTP, Amazon SES or as files, and the calendars in them. */
@NullMarked
package dev.rollcall.mail;

import org.jspecify.annotations.NullMarked;
