/**
 * What the repositories share: tables with revisions, batches, restored rows, and the types of columns, which the generated
 * tables name. Internal.
 */
@NullMarked
package dev.rollcall.persistence.mysql.table;

import org.jspecify.annotations.NullMarked;
