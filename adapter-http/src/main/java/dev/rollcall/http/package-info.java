/** The HTTP API on Javalin and the command line. */
@NullMarked
package dev.rollcall.http;

import org.jspecify.annotations.NullMarked;
