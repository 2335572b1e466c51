/**
 * Moving everything from one place to another: between two stores, or between a store and a file. What is moved has one
 * portable form, exact to the last digit, in which two places can also be compared. Beside {@link dev.rollcall.Rollcall}
 * this is the one package that knows every feature.
 */
@NullMarked
package dev.rollcall.transfer;

import org.jspecify.annotations.NullMarked;
