/** What a store is to Rollcall: a set of repositories behind a URL, found by {@link java.util.ServiceLoader}. */
@NullMarked
package dev.rollcall.storage;

import org.jspecify.annotations.NullMarked;
