/** What customers must show, on every store and over HTTP. */
@NullMarked
package dev.rollcall.testkit.customer;

import org.jspecify.annotations.NullMarked;
