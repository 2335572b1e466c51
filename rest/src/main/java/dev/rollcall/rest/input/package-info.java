/** Internal: values of a request with everything that is wrong with them, from its path, its query or its body. */
@NullMarked
package dev.rollcall.rest.input;

import org.jspecify.annotations.NullMarked;
