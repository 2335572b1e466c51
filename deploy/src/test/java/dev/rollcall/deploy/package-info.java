/** Checks of the templates that deploy Rollcall on AWS. */
@NullMarked
package dev.rollcall.deploy;

import org.jspecify.annotations.NullMarked;
