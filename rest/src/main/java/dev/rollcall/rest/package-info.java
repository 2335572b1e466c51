/** The HTTP API free of any transport. */
@NullMarked
package dev.rollcall.rest;

import org.jspecify.annotations.NullMarked;
