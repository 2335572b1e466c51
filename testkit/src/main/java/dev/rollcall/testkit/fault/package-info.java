/** Stores whose calls fail as a test plans it, and whose calls a test sees. */
@NullMarked
package dev.rollcall.testkit.fault;

import org.jspecify.annotations.NullMarked;
