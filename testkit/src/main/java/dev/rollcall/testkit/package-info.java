/** What every backend and every transport must show, and what tests are made of. */
@NullMarked
package dev.rollcall.testkit;

import org.jspecify.annotations.NullMarked;
