/** What numbers must show, on every store and over HTTP. */
@NullMarked
package dev.rollcall.testkit.number;

import org.jspecify.annotations.NullMarked;
