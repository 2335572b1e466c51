/** What the ports of all features share: pages, revisions, preconditions and outcomes. */
@NullMarked
package dev.rollcall.port;

import org.jspecify.annotations.NullMarked;
