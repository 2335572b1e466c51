/** What GUIDs with metadata must show, on every store and over HTTP. */
@NullMarked
package dev.rollcall.testkit.guid;

import org.jspecify.annotations.NullMarked;
