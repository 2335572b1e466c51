/** What the repositories run on: connections, transactions, the schema's check and the meaning of errors, with one {@code Engine} for each kind of database. Internal: other modules use {@code JooqRepositories}. */
@NullMarked
package dev.rollcall.persistence.mysql.engine;

import org.jspecify.annotations.NullMarked;
