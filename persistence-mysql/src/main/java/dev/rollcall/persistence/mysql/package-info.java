/**
 * The ports on jOOQ for MySQL, Aurora MySQL, MariaDB and SQLite. {@code JooqStore} and {@code JooqStorageProvider} are
 * for other modules. The packages below this one are internal: their classes are public to each other alone, and change without
 * notice.
 */
@NullMarked
package dev.rollcall.persistence.mysql;

import org.jspecify.annotations.NullMarked;
