/** Contracts of single port verbs, such as add, update and list, from which the contracts of all ports are put together. */
@NullMarked
package dev.rollcall.testkit.contract;

import org.jspecify.annotations.NullMarked;
