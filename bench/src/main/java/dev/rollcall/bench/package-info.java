/** Benchmarks: what a design decision costs and brings, measured on a store that one has. */
@NullMarked
package dev.rollcall.bench;

import org.jspecify.annotations.NullMarked;
