package dev.rollcall.lambda;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Puts an answer where CloudFormation waits for it. */
final class ResponseUpload {

    private static final int ATTEMPTS = 3;
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration ATTEMPT = Duration.ofSeconds(3);

    private ResponseUpload() {}

    /**
     * Puts it, without a content type: the URL is signed for none.
     *
     * @throws IOException where it was refused or could not be sent, three times
     */
    static void put(String url, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(ATTEMPT)
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(CONNECTING).build()) {
            for (int attempt = 1; ; attempt++) {
                try {
                    HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
                    if (answer.statusCode() < 300) {
                        return;
                    }
                    throw new IOException("CloudFormation refuses the answer with " + answer.statusCode() + ".");
                } catch (IOException failure) {
                    if (attempt == ATTEMPTS) {
                        throw failure;
                    }
                }
            }
        }
    }
}
