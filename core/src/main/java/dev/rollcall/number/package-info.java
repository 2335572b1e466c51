/** Numbers: a set of exact decimals; write one, read them all. */
@NullMarked
package dev.rollcall.number;

import org.jspecify.annotations.NullMarked;
