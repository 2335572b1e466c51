/**
 * What the HTTP API must show, feature by feature, and what its tests are made of. {@link dev.rollcall.testkit.ApiContract}
 * is all of it: a transport runs that one interface and brings an {@link dev.rollcall.testkit.api.ApiClient}.
 */
@NullMarked
package dev.rollcall.testkit.api;

import org.jspecify.annotations.NullMarked;
