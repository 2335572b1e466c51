/** Internal: finds the handler of a request, and gives it the request and the responses that depend on it. */
@NullMarked
package dev.rollcall.rest.route;

import org.jspecify.annotations.NullMarked;
