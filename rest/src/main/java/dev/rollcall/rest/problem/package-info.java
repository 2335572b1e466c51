/** Internal: problem details for HTTP APIs (RFC 9457), and which problem each error of core is. */
@NullMarked
package dev.rollcall.rest.problem;

import org.jspecify.annotations.NullMarked;
