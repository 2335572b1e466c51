/** The HTTP API on Javalin: requests as they come over the wire, and responses as the API gives them. */
@NullMarked
package dev.rollcall.http.wire;

import org.jspecify.annotations.NullMarked;
