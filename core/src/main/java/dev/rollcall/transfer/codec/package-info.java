/** How each type of record is written to and read from an export, member by member. */
@NullMarked
package dev.rollcall.transfer.codec;

import org.jspecify.annotations.NullMarked;
