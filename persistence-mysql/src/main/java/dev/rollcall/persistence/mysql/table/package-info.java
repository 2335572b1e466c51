/** What the repositories share: batches, restored rows, and the types of columns. Public because the generated tables name them. Internal. */
@NullMarked
package dev.rollcall.persistence.mysql.table;

import org.jspecify.annotations.NullMarked;
