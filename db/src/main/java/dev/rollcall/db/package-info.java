/** The database schema and what brings it up to date. */
@NullMarked
package dev.rollcall.db;

import org.jspecify.annotations.NullMarked;
