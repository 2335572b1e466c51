/**
 * The base of the repositories: connections, transactions, the check of the schema and the meaning of errors. What differs
 * between databases is in one {@code Engine} for each kind. Internal.
 */
@NullMarked
package dev.rollcall.persistence.mysql.engine;

import org.jspecify.annotations.NullMarked;
