/** Moves each type of record: they are listed, written to and read from an export member by member, and restored. */
@NullMarked
package dev.rollcall.transfer.codec;

import org.jspecify.annotations.NullMarked;
