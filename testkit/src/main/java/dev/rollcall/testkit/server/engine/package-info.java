/** How a server for tests is run: as a process from software that Maven brings along, or as a container. */
@NullMarked
package dev.rollcall.testkit.server.engine;

import org.jspecify.annotations.NullMarked;
