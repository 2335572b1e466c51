/** Conditional reads and writes of the items of a table, with the retries that they need. Internal to this module. */
@NullMarked
package dev.rollcall.persistence.dynamodb.table;

import org.jspecify.annotations.NullMarked;
