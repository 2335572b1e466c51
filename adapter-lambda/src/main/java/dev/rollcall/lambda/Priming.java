package dev.rollcall.lambda;

import dev.rollcall.lambda.event.Gateway;
import dev.rollcall.rest.Feature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Sends a function the requests of each feature once, from the event to the store and back, so that what they need is loaded,
 * connected and compiled before a client waits for it. Nothing is written: it reads, and sends bodies that are refused.
 */
final class Priming implements Runnable {

    private static final String ID = "rollcall-priming";

    private final Gateway gateway;
    private final Set<Feature> features;

    Priming(Gateway gateway, Set<Feature> features) {
        this.gateway = gateway;
        this.features = features;
    }

    /** Sends the requests. That the store is away is no failure: it has been looked for. */
    @Override
    public void run() {
        send("GET", "/health/live", "");
        send("GET", "/" + ID, "");
        for (Feature feature : Feature.values()) {
            if (features.contains(feature)) {
                feature.primingRequests().forEach(request -> send(request.method(), request.target(), request.body()));
            }
        }
    }

    private void send(String method, String target, String body) {
        String[] parts = target.split("\\?", 2);
        String event = """
                {"version": "2.0", "rawPath": "%s", "rawQueryString": "%s",
                 "headers": {"content-type": "application/json"},
                 "requestContext": {"stage": "$default", "http": {"method": "%s"}},
                 "body": "%s", "isBase64Encoded": false}
                """.formatted(parts[0], parts.length < 2 ? "" : parts[1], method, body);
        try {
            gateway.answer(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), ID);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
