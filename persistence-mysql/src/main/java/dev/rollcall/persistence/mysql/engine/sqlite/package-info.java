/** SQLite: its files, locks, native library and migration. Internal. */
@NullMarked
package dev.rollcall.persistence.mysql.engine.sqlite;

import org.jspecify.annotations.NullMarked;
