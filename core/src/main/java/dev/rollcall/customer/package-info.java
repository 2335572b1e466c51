/** Customers: is this id known; make it known. */
@NullMarked
package dev.rollcall.customer;

import org.jspecify.annotations.NullMarked;
