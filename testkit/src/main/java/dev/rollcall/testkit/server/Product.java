package dev.rollcall.testkit.server;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database server by its ways to have one.
 *
 * @param title what people call it
 * @param variable the environment variable that may hold the address of one
 * @param image its image in Docker
 * @param environment what the image wants in its environment
 * @param arguments what the image's server gets as arguments
 * @param bundle the one that Maven brings along
 */
record Product(
        String title,
        String variable,
        String image,
        Map<String, String> environment,
        List<String> arguments,
        Bundle bundle) {

    DatabaseServer shared(Map<String, String> variables) {
        @Nullable String address = variables.get(variable);
        if (address == null || address.isBlank()) {
            return own();
        }
        ExternalServer server = new ExternalServer(
                variable,
                address,
                variables.getOrDefault(variable + "_USER", "root"),
                variables.getOrDefault(variable + "_PASSWORD", ""));
        server.start();
        return server;
    }

    DatabaseServer own() {
        if (Docker.answers()) {
            return started(new ContainerServer(this));
        }
        if (!Bundle.runsHere()) {
            throw new IllegalStateException("No " + title + " for the tests: Docker does not answer, and the bundled "
                    + "server is for Linux on x86-64. " + remedy());
        }
        try {
            return started(new BundledServer(bundle));
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "No " + title + " for the tests: " + e.getMessage() + System.lineSeparator() + remedy(), e);
        }
    }

    private String remedy() {
        return "Start Docker, or name a server that the tests may write to: " + variable + "=jdbc:mysql://host:3306 "
                + variable + "_USER=… " + variable + "_PASSWORD=…";
    }

    private static DatabaseServer started(DatabaseServer server) {
        try {
            server.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }
}
