/** What every operation must show over HTTP, whatever it does. */
@NullMarked
package dev.rollcall.testkit.protocol;

import org.jspecify.annotations.NullMarked;
