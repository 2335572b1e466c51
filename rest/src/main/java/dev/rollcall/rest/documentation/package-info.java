/** Internal: the pages and files that describe the API, {@code openapi.yaml} among them. */
@NullMarked
package dev.rollcall.rest.documentation;

import org.jspecify.annotations.NullMarked;
