/**
 * What the ports of all features have in common: the verbs, pages, revisions, preconditions and outcomes. A port is
 * thread-safe. Of a batch ({@code …All}) each item is written as a whole or not at all and has an outcome of its own, in the
 * order of the items; the batch is one commit where the store can make it one. A method that throws has stored nothing, unless
 * it says that the outcome is unknown. Every method may throw {@link dev.rollcall.error.StoreUnavailableException} and {@link
 * dev.rollcall.error.StoreFailureException}.
 */
@NullMarked
package dev.rollcall.port;

import org.jspecify.annotations.NullMarked;
