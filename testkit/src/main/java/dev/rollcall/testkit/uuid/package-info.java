/** What the UUID registry must show, on every store and over HTTP. */
@NullMarked
package dev.rollcall.testkit.uuid;

import org.jspecify.annotations.NullMarked;
