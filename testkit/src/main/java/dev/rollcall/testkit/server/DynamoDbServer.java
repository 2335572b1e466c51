package dev.rollcall.testkit.server;

import dev.rollcall.testkit.server.engine.DynamoDbBundle;
import dev.rollcall.testkit.server.engine.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds DynamoDB Local, which behaves as DynamoDB does but for its throughput, and takes any credentials.
 *
 * <p>The one that Maven brings along is DynamoDB Local 2.6.1 for Linux on x86-64. By its licence it is for tests and
 * development only.
 */
public final class DynamoDbServer {

    private static final String VARIABLE = "ROLLCALL_TEST_DYNAMODB";

    private static final SharedServer<EndpointServer> SHARED = new SharedServer<>(product(false));

    private DynamoDbServer() {}

    /**
     * Returns the server that all tests in this JVM share, started at the first call: the one in {@code
     * ROLLCALL_TEST_DYNAMODB} ({@code http://host:port}), else one in Docker, else the bundled one. It keeps its data in
     * memory. Leave closing it to the JVM's end.
     *
     * @return the server, running unless a test stopped it
     * @throws IllegalStateException where no server can be had, with how to get one
     */
    public static EndpointServer shared() {
        return SHARED.get();
    }

    /**
     * Starts a server for the caller alone, who may stop and kill it and closes it: in Docker, else the bundled one. It
     * keeps its data on disk, where they outlive a stop and a kill, but for the last of its transactions: it acknowledges
     * them before it stores them. {@link Relay} makes an outage without that.
     *
     * @return the server, running
     * @throws IllegalStateException where no server can be had, with how to get one
     */
    public static EndpointServer own() {
        return product(true).own();
    }

    private static Product<EndpointServer> product(boolean durable) {
        List<String> arguments = new ArrayList<>(List.of("-jar", "DynamoDBLocal.jar"));
        // The image's working directory, where its user may write.
        arguments.addAll(DynamoDbBundle.options(durable, "."));
        return new Product<>(
                "DynamoDB Local",
                VARIABLE,
                VARIABLE + "=http://host:8000",
                variables -> new ExternalEndpointServer(VARIABLE, variables.getOrDefault(VARIABLE, "")),
                new Image("amazon/dynamodb-local:2.6.1", 8000, Map.of(), arguments),
                EngineEndpointServer::new,
                new DynamoDbBundle(durable),
                EngineEndpointServer::new);
    }
}
