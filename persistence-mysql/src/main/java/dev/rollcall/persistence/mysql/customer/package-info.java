/** Customers on jOOQ. Internal. */
@NullMarked
package dev.rollcall.persistence.mysql.customer;

import org.jspecify.annotations.NullMarked;
