/** Programs for Node.js that check what Rollcall makes. */
@NullMarked
package dev.rollcall.testkit.node;

import org.jspecify.annotations.NullMarked;
