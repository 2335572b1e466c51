/** The ports on jOOQ for MySQL, Aurora MySQL, MariaDB and SQLite. */
@NullMarked
package dev.rollcall.persistence.mysql;

import org.jspecify.annotations.NullMarked;

