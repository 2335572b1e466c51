package dev.rollcall.testkit.server.engine;

import java.util.List;
import java.util.Map;

/**
 * A server's image in Docker.
 *
 * @param name the name, with a tag
 * @param port where the server listens
 * @param environment what it wants in its environment
 * @param arguments what its server gets as arguments
 */
public record Image(String name, int port, Map<String, String> environment, List<String> arguments) {}
