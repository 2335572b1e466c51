/** HTTP messages and what their fields mean: requests and responses as transports hand them in and take them, content negotiation, entity tags, percent-encoding. */
@NullMarked
package dev.rollcall.rest.http;

import org.jspecify.annotations.NullMarked;
