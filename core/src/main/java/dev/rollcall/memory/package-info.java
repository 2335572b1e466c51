/**
 * Every port kept in the memory of one process: for trying things out and for tests, and the plainest reading of each
 * port's contract. Nothing survives the process.
 */
@NullMarked
package dev.rollcall.memory;

import org.jspecify.annotations.NullMarked;
