/** Parts of values: rules for text, and changes that a caller asks for. */
@NullMarked
package dev.rollcall.value;

import org.jspecify.annotations.NullMarked;
