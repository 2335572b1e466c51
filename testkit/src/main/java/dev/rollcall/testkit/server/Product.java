package dev.rollcall.testkit.server;

import dev.rollcall.testkit.server.engine.Bundle;
import dev.rollcall.testkit.server.engine.BundledEngine;
import dev.rollcall.testkit.server.engine.ContainerEngine;
import dev.rollcall.testkit.server.engine.Docker;
import dev.rollcall.testkit.server.engine.Engine;
import dev.rollcall.testkit.server.engine.Image;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server by its ways to have one.
 *
 * @param <S> how tests see it
 * @param title what people call it
 * @param variable the environment variable that may hold the address of one
 * @param example how that variable is set
 * @param external a server that the tests do not start, from the environment
 * @param image its image in Docker
 * @param inDocker the server in a container
 * @param bundle the one that Maven brings along
 * @param bundled the server as a process
 */
record Product<S extends TestServer>(
        String title,
        String variable,
        String example,
        Function<Map<String, String>, S> external,
        Image image,
        Function<Engine, S> inDocker,
        Bundle bundle,
        Function<Engine, S> bundled) {

    private static final String SERVERS = "rollcall.test.servers";

    S shared(Map<String, String> variables) {
        requireAllowed();
        @Nullable String address = variables.get(variable);
        if (address == null || address.isBlank()) {
            return own();
        }
        S server = external.apply(variables);
        server.start();
        return server;
    }

    S own() {
        requireAllowed();
        if (Docker.answers()) {
            return started(inDocker.apply(new ContainerEngine(title, image)));
        }
        if (!Bundle.runsHere()) {
            throw new IllegalStateException("No " + title + " for the tests: Docker does not answer, and the bundled "
                    + "server is for Linux on x86-64. " + remedy());
        }
        try {
            return started(bundled.apply(new BundledEngine(bundle)));
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "No " + title + " for the tests: " + e.getMessage() + System.lineSeparator() + remedy(), e);
        }
    }

    private void requireAllowed() {
        if ("none".equals(System.getProperty(SERVERS))) {
            throw new IllegalStateException("No " + title + " for the tests: ./test --quick starts no server. Name the "
                    + "test that asks for one in .mvn/not-quick.");
        }
    }

    private String remedy() {
        return "Start Docker, or name a server that the tests may write to: " + example;
    }

    private static <S extends TestServer> S started(S server) {
        try {
            server.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }
}
