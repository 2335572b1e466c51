/**
 * Everything of a store as a file: one line of JSON for each thing, between a line that says the format and one that counts
 * what is there. Also the small files from which a killed transfer goes on.
 */
@NullMarked
package dev.rollcall.http.ndjson;

import org.jspecify.annotations.NullMarked;
