/**
 * How values are bound to columns where the driver's own way would change them. Public only because the generated tables,
 * which lie in a package of their own, name these classes.
 */
@NullMarked
package dev.rollcall.persistence.mysql.type;

import org.jspecify.annotations.NullMarked;
