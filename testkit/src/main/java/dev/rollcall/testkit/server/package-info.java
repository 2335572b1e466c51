/**
 * Real servers for tests. {@link dev.rollcall.testkit.server.MysqlServer}, {@link
 * dev.rollcall.testkit.server.MariaDbServer} and {@link dev.rollcall.testkit.server.DynamoDbServer} find one: at an address from the environment, in Docker where that runs,
 * else one that Maven brought along. A server that cannot be had fails the test with a sentence that says how to get
 * it.
 */
@NullMarked
package dev.rollcall.testkit.server;

import org.jspecify.annotations.NullMarked;
