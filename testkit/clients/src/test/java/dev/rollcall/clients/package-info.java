/** That the clients which openapi-generator makes of openapi.yaml compile. */
@org.jspecify.annotations.NullMarked
package dev.rollcall.clients;
