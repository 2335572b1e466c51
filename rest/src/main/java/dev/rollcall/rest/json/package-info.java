/** Internal: reads and writes JSON as streams, and responses of JSON. */
@NullMarked
package dev.rollcall.rest.json;

import org.jspecify.annotations.NullMarked;
