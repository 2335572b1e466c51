/** Internal: HTML pages of templates, and the files that are part of the program. */
@NullMarked
package dev.rollcall.rest.page;

import org.jspecify.annotations.NullMarked;
