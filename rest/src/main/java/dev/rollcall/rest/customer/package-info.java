/** Internal: customers over HTTP. */
@NullMarked
package dev.rollcall.rest.customer;

import org.jspecify.annotations.NullMarked;
